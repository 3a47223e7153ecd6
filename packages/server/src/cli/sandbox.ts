import { Problem } from '@guichet/contract/errors.ts'
import { AddFaultRequest } from '@guichet/contract/operations/sandbox.ts'
import { Compile } from 'typebox/schema'
import { seconds, systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { workspaceId } from '../db/ids.ts'
import type { Actor } from '../domain/actor.ts'
import {
  addFault,
  clearFaults,
  findClock,
  keepSeed,
  listFaults,
  makeSandbox,
  moveClock,
  resetToSeed,
} from '../domain/sandbox/index.ts'
import { systemActor } from '../domain/system-actor.ts'
import { findOwner, listWorkspaces, nowIn } from '../domain/workspace/index.ts'
import { buildLog } from '../log.ts'
import type { Services } from '../services.ts'
import { type Command, readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { checkFree } from './new-workspace.ts'
import { withDatabase } from './with-database.ts'

export const sandbox: Command = {
  usage: [
    'sandbox create [--name <name>] [--seed <demo, or empty>] [--id <id>]',
    'sandbox clock [+<seconds> | <seconds since the epoch> | freeze | run] --workspace <id>',
    'sandbox faults [clear | <kind> --json <its settings>] --workspace <id>',
    'sandbox seed --workspace <id>',
    'sandbox reset --workspace <id>',
  ],
  async run([action, ...args], config) {
    if (action === 'create') return create(args, config)
    const run = action === undefined ? undefined : actions[action]
    if (!run) throw new Complaint('Say which: sandbox create, clock, faults, seed or reset.')
    const { given, rest } = readOptions(args, ['workspace', 'json'])
    if (given.workspace === undefined) throw new Complaint('Say which sandbox: --workspace <id>.')
    await inSandbox(config, given.workspace, place => run(place, rest, given.json))
  },
}

const create: Command['run'] = async (args, config) => {
  const { given } = readOptions(args, ['name', 'seed', 'id'])
  const { name = 'Sandbox', id = workspaceId(), seed = 'demo' } = given
  if (seed !== 'demo' && seed !== 'empty') throw new Complaint('--seed takes demo or empty.')
  const now = seconds(systemClock)
  const owner = { name: 'Owner', email: 'owner@example.com' }
  const { token } = await withDatabase(config, database =>
    database.unguarded.transaction(async tx => {
      await checkFree(tx, id)
      return makeSandbox(tx, { id, name, seed, owner, of: null, now })
    }),
  )
  console.log(`Sandbox ${id} is ready. Its access token, shown this once:\n\n  ${token}\n`)
}

/** The sandbox a command is about, on a server of its own that takes no requests. */
interface Place extends Pick<Services, 'database' | 'clockwork'> {
  actor: Actor
}

async function inSandbox<T>(config: Config, id: string, work: (place: Place) => Promise<T>): Promise<T> {
  return withDatabase(config, async ({ url }) => {
    const { compose } = await import('../services.ts')
    const services = await compose({
      ...{ config, databaseUrl: url, clock: systemClock, log: buildLog('error'), sweeping: false },
    })
    try {
      return await work({ ...services, actor: await actorIn(services, id) })
    } catch (error) {
      throw error instanceof Problem ? new Complaint(`That does not work: ${error.message}.`) : error
    } finally {
      await services.close()
    }
  })
}

async function actorIn({ database, clockwork }: Services, id: string): Promise<Actor> {
  const workspace = (await listWorkspaces(database.unguarded.read)).find(each => each.id === id)
  if (!workspace) throw new Complaint(`There is no workspace ${id}.`)
  if (!workspace.sandbox) throw new Complaint(`Workspace ${id} is not a sandbox.`)
  const { adminId } = await findOwner(database.read, id)
  const now = await nowIn(database.read, id, clockwork.now())
  return systemActor({ workspace, operatorId: adminId, now })
}

type Action = (place: Place, rest: string[], json: string | undefined) => Promise<void>

const clock: Action = async ({ actor, ...on }, [to]) => {
  const told =
    to === undefined ? await findClock(on.database.read, actor) : await moveClock(on, actor, moveOf(to))
  const then = new Date(told.now * 1000).toISOString()
  console.log(`It is ${told.now} (${then})${told.frozen ? ', and the clock stands still' : ''}.`)
  if (told.ran) console.log(`${told.ran} things became due and were done.`)
}

function moveOf(to: string) {
  if (to === 'freeze') return { frozen: true }
  if (to === 'run') return { frozen: false }
  if (/^\+\d{1,12}$/.test(to)) return { advance: Number(to) }
  if (/^\d{1,12}$/.test(to)) return { now: Number(to) }
  throw new Complaint(`"${to}" is no time: say +3600, 1795600000, freeze or run.`)
}

const faults: Action = async ({ database, actor }, [kind], json = '{}') => {
  const work = kind === undefined ? listFaults : kind === 'clear' ? clearFaults : undefined
  if (!work) await database.transaction(tx => addFault(tx, actor, faultOf(kind ?? '', json)))
  const { data } = await database.transaction(tx => (work ?? listFaults)(tx, actor))
  for (const { type: _, ...fault } of data) console.log(JSON.stringify(fault))
  if (data.length === 0) console.log('Nothing goes wrong.')
}

const isFault = Compile(AddFaultRequest)

function faultOf(kind: string, json: string) {
  const fault: unknown = { ...settingsIn(json), kind }
  if (!isFault.Check(fault))
    throw new Complaint('That is no fault: docs/sandbox.md lists the kinds and their settings.')
  return fault
}

function settingsIn(json: string): object {
  try {
    const settings: unknown = JSON.parse(json)
    if (settings instanceof Object) return settings
  } catch {}
  throw new Complaint(`--json takes an object, such as '{"count": 3}'.`)
}

const seed: Action = async ({ actor, ...on }) => {
  const { rows } = await keepSeed(on, actor)
  console.log(`The seed of ${actor.workspace.id} is what is there now: ${rows} rows.`)
}

const reset: Action = async ({ actor, ...on }) => {
  const { rows } = await resetToSeed(on, actor)
  console.log(`${actor.workspace.id} is as it was: ${rows} rows.`)
}

const actions: Record<string, Action> = { clock, faults, seed, reset }
