import { hash } from 'node:crypto'
import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { SandboxFault, SandboxFaultList } from '@guichet/contract/models/sandbox.ts'
import type { AddFaultRequest } from '@guichet/contract/operations/sandbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import {
  countDraw,
  deleteFault,
  deleteFaults,
  type FaultKind,
  type FaultRow,
  type FaultSettings,
  insertFault,
  lockFaults,
  selectFaults,
} from './faults.sql.ts'
import { mayRunSandbox } from './sandbox.policy.ts'

type FaultView = Static<typeof SandboxFault>
type Request = Static<typeof AddFaultRequest>

const MOST = 50
const LONGEST_DELAY_MS = 60_000

/** What goes wrong in a sandbox, in the order in which it was switched on. */
export async function listFaults(tx: Tx, actor: Actor): Promise<Static<typeof SandboxFaultList>> {
  mayRunSandbox(actor)
  return { type: 'list', data: (await selectFaults(tx, actor.workspace.id)).map(view) }
}

/** Lets something go wrong: for some requests or all, ever or now and then, so often or so long. */
export async function addFault(tx: Tx, actor: Actor, request: Request): Promise<FaultView> {
  mayRunSandbox(actor)
  const {
    kind,
    method = null,
    route = null,
    probability = 1,
    count = null,
    duration = null,
    seed = 1,
  } = request
  if (!(probability >= 0 && probability <= 1)) throw invalid('probability must be from 0 to 1', 'probability')
  if (count !== null) within('count', count, 1, 1_000_000)
  if (duration !== null) within('duration', duration, 1, 1_000_000_000)
  within('seed', seed, 0, Number.MAX_SAFE_INTEGER)
  if (route !== null && (route === '' || route.length > 300))
    throw invalid('route must be a pattern of paths', 'route')
  if ((await selectFaults(tx, actor.workspace.id)).length >= MOST)
    throw invalid(`A sandbox has at most ${MOST} faults`)
  const settings = settingsOf(request)
  const until = duration === null ? null : actor.now + duration
  await insertFault(tx, actor, { kind, method, route, probability, count, until, seed, settings })
  const made = (await selectFaults(tx, actor.workspace.id)).at(-1)
  if (!made) throw new Error('a fault was written and cannot be read')
  return view(made)
}

/** Switches one fault off; 404 for none. */
export async function removeFault(tx: Tx, actor: Actor, id: string): Promise<FaultView> {
  mayRunSandbox(actor)
  const row = (await selectFaults(tx, actor.workspace.id)).find(each => each.id === numericId(id))
  if (!row) throw problem(errors.notFound)
  await deleteFault(tx, actor.workspace.id, row.id)
  return view(row)
}

/** Switches every fault off. */
export async function clearFaults(tx: Tx, actor: Actor): Promise<Static<typeof SandboxFaultList>> {
  mayRunSandbox(actor)
  await deleteFaults(tx, actor.workspace.id)
  return { type: 'list', data: [] }
}

/** A fault that strikes. */
export interface Drawn extends FaultSettings {
  kind: FaultKind
}

/**
 * Which faults of some kinds strike what is done now: a request by its method and path, a webhook by its topic. Whether one with a
 * probability does is drawn from its seed and how often it could have: the same sequence of requests meets the same faults.
 */
export async function drawFaults(
  tx: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
  of: { kinds: readonly FaultKind[]; method?: string; route: string },
): Promise<Drawn[]> {
  const drawn: Drawn[] = []
  for (const row of await lockFaults(tx, workspaceId, of.kinds)) {
    if (!isLive(row, now) || !matches(row, of)) continue
    const seen = row.seen + 1
    const strikes = chance(row.seed, seen) < row.probability
    await countDraw(tx, workspaceId, { id: row.id, seen, struck: row.struck + (strikes ? 1 : 0) })
    if (strikes) drawn.push({ kind: row.kind, ...row.settings })
  }
  return drawn
}

const isLive = ({ count, struck, until }: FaultRow, now: number): boolean =>
  (count === null || struck < count) && (until === null || now < until)

const matches = ({ method, route }: FaultRow, of: { method?: string; route: string }): boolean =>
  (method === null || method === of.method) && (route === null || patternOf(route).test(of.route))

/** `*` stands for one segment of a path, `**` for any number of them. */
const patternOf = (route: string): RegExp =>
  new RegExp(
    `^${route
      .split(/(\*\*|\*)/)
      .map(part =>
        part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('')}$`,
  )

/** From 0 up to 1, the same for the same seed and number. */
const chance = (seed: number, number: number): number =>
  Number.parseInt(hash('sha256', `${seed}/${number}`).slice(0, 12), 16) / 2 ** 48

function settingsOf(request: Request): FaultSettings {
  const { kind, status = 500, done = false, delay_ms, lag } = request
  if (kind === 'error') return { status: within('status', status, 500, 599), done }
  if (kind === 'latency') return { delay_ms: within('delay_ms', delay_ms, 1, LONGEST_DELAY_MS) }
  if (kind === 'search_lag') return { lag: within('lag', lag, 1, 86_400) }
  return {}
}

function within(name: string, value: number | undefined, least: number, most: number): number {
  if (value !== undefined && value >= least && value <= most) return value
  throw invalid(`${name} must be a whole number from ${least} to ${most}`, name)
}

const view = ({ id, settings, ...row }: FaultRow): FaultView => ({
  ...{ type: 'sandbox.fault', id: String(id), ...row, ...settings },
})
