import { invalid } from '@guichet/contract/errors.ts'
import type { SandboxClock } from '@guichet/contract/models/sandbox.ts'
import type { MoveClockRequest } from '@guichet/contract/operations/sandbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Database, Tx } from '../../db/database.ts'
import { oneAtATime } from '../../db/one-at-a-time.ts'
import type { Actor } from '../actor.ts'
import { selectClock, updateClock, type WorkspaceClock } from '../workspace/index.ts'
import { mayRunSandbox } from './sandbox.policy.ts'

type ClockView = Static<typeof SandboxClock>

/** What does by the clock whatever becomes due, in one workspace. */
export interface Clockwork {
  /** The time in the world, in seconds. */
  now(): number
  /** When the next thing becomes due, by the workspace's own time. */
  next(workspaceId: string): Promise<number | undefined>
  /** Does what is due now, by the workspace's own time. Returns how many things were done. */
  run(workspaceId: string): Promise<number>
}

export interface Moving {
  database: Database
  clockwork: Clockwork
}

/** The time it is in a sandbox. */
export async function findClock(tx: Tx, actor: Actor): Promise<ClockView> {
  mayRunSandbox(actor)
  return viewClock(actor.now, await selectClock(tx, actor.workspace.id))
}

/**
 * Moves the clock of a sandbox to a moment or on by some seconds, and stops it or lets it go. What becomes due on the way is done
 * before this answers, each thing at its own moment: the clock stands there while it is done. 400 for a moment that has passed. Who
 * moves it at the same time waits, and moves it on from there.
 */
export async function moveClock(
  on: Moving,
  actor: Actor,
  request: Static<typeof MoveClockRequest>,
): Promise<ClockView> {
  mayRunSandbox(actor)
  return holdClock(on, actor, () => move(on, actor.workspace.id, request))
}

/** Does what needs the clock of a sandbox to be moved by nobody else, in whatever process. */
export const holdClock = <T>({ database }: Moving, actor: Actor, work: () => Promise<T>): Promise<T> =>
  oneAtATime(database.url, `the clock of ${actor.workspace.id}`, work)

async function move(
  { database, clockwork }: Moving,
  id: string,
  request: Static<typeof MoveClockRequest>,
): Promise<ClockView> {
  const before = await selectClock(database.read, id)
  const from = timeOf(before, clockwork.now())
  const to = targetOf(from, request)
  const keep = (clock: WorkspaceClock) => database.transaction(tx => updateClock(tx, id, clock))
  const stopAt = (at: number) => keep({ offset: at - clockwork.now(), frozenAt: at })
  const ran = to > from ? await runUntil(clockwork, { id, from, to, stopAt }) : 0
  const frozen = request.frozen ?? before.frozenAt !== null
  const after = { offset: to - clockwork.now(), frozenAt: frozen ? to : null }
  await keep(after)
  return { ...viewClock(to, after), ran }
}

export const viewClock = (now: number, { offset, frozenAt }: WorkspaceClock): ClockView => ({
  ...{ type: 'sandbox.clock', now, offset, frozen: frozenAt !== null },
})

export const timeOf = ({ offset, frozenAt }: WorkspaceClock, now: number): number => frozenAt ?? now + offset

/** The end of the year 9999. */
const LATEST = 253_402_300_799

function targetOf(from: number, { now, advance }: Static<typeof MoveClockRequest>): number {
  if (now !== undefined && advance !== undefined)
    throw invalid('Say either now or advance, not both', 'advance')
  const to = now ?? from + (advance ?? 0)
  if (to < from)
    throw invalid(
      'The clock of a sandbox goes forward only; POST /sandbox/reset takes it back',
      now === undefined ? 'advance' : 'now',
    )
  if (to > LATEST) throw invalid('That is too far ahead', now === undefined ? 'advance' : 'now')
  return to
}

/** Something that comes due again and again, such as a poll, is not followed for ever. */
const MOST_STOPS = 2000

async function runUntil(
  clockwork: Clockwork,
  { id, from, to, stopAt }: { id: string; from: number; to: number; stopAt: (at: number) => Promise<void> },
): Promise<number> {
  let ran = 0
  let at = from
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const next = await clockwork.next(id)
    if (next === undefined || next > to) break
    at = Math.max(at, next)
    await stopAt(at)
    const done = await clockwork.run(id)
    ran += done
    // What is due and does not get done must not hold the clock: it is tried again at the end.
    if (done === 0) break
  }
  await stopAt(to)
  return ran + (await clockwork.run(id))
}
