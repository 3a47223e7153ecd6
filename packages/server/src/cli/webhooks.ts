import { Problem } from '@guichet/contract/errors.ts'
import type { ReplayRequest } from '@guichet/contract/operations/inbox/webhooks.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { seconds, systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { systemActor } from '../domain/system-actor.ts'
import {
  findDelivery,
  listDeliveries,
  replayDelivery,
  replayEvents,
  testWebhook,
} from '../domain/webhook/index.ts'
import { findTeammate, listWorkspaces } from '../domain/workspace/index.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import { type Command, readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { withDatabase } from './with-database.ts'

export const webhooks: Command = {
  usage: [
    'webhooks list [--app <id>] [--topic <name>] [--status <pending, delivered, failed or dropped>] [--workspace <id>]',
    'webhooks show <delivery> [--workspace <id>]',
    'webhooks replay <delivery> [--workspace <id>]',
    'webhooks replay --app <id> [--topic <name>] [--object <contact/6762f0dd1bb69f9f2193bb83>] [--since <time>] [--until <time>] [--workspace <id>]',
    'webhooks test --app <id> [--workspace <id>]',
  ],
  async run([action, ...args], config) {
    const run = action === undefined ? undefined : actions[action]
    if (!run) throw new Complaint('Say which: npx guichet webhooks list, show, replay or test.')
    await run(args, config)
  },
}

async function list(args: string[], config: Config): Promise<void> {
  const { given } = readOptions(args, ['app', 'topic', 'status', 'workspace'])
  const status = STATUSES.find(each => each === given.status)
  if (given.status !== undefined && !status) throw new Complaint(`"${given.status}" is no status.`)
  const query = {
    ...{ per_page: 50 },
    ...(given.app !== undefined && { app_id: given.app }),
    ...(given.topic !== undefined && { topic: given.topic }),
    ...(status !== undefined && { status }),
  }
  const { data } = await acting(config, given.workspace, (tx, actor) => listDeliveries(tx, actor, query))
  for (const { id, status, attempts, topic, object_id, reason, created_at } of data) {
    const when = new Date(created_at * 1000).toISOString().slice(0, 19)
    const cells = [
      id.padEnd(8),
      status.padEnd(10),
      String(attempts).padEnd(3),
      when,
      topic,
      object_id,
      reason,
    ]
    console.log(cells.filter(cell => cell !== null).join(' '))
  }
}

async function show(args: string[], config: Config): Promise<void> {
  const { given, rest } = readOptions(args, ['workspace'])
  const id = rest[0] ?? refuse('Say which: npx guichet webhooks show <delivery>.')
  const delivery = await acting(config, given.workspace, (tx, actor) => findDelivery(tx, actor, id))
  console.log(JSON.stringify(delivery, null, 2))
}

async function replay(args: string[], config: Config): Promise<void> {
  const { given, rest } = readOptions(args, ['app', 'topic', 'object', 'since', 'until', 'workspace'])
  const [id] = rest
  if (id !== undefined) {
    const { notification_id } = await acting(config, given.workspace, (tx, actor) =>
      replayDelivery(tx, actor, id),
    )
    console.log(`${notification_id} is told again.`)
    return
  }
  const [object_type, object_id] = given.object?.split('/') ?? []
  const request = {
    app_id: given.app ?? refuse('Say what: a delivery, or --app <id> and which events.'),
    ...(given.topic !== undefined && { topic: given.topic }),
    ...(object_type !== undefined && { object_type }),
    ...(object_id !== undefined && { object_id }),
    ...(given.since !== undefined && { since: timeIn(given.since) }),
    ...(given.until !== undefined && { until: timeIn(given.until) }),
  }
  const count = await acting(config, given.workspace, (tx, actor) => replayAll(tx, actor, request))
  console.log(`${count} events are told again.`)
}

/** Goes on where a replay stops, until it has come to the end of the log. */
async function replayAll(tx: Tx, actor: Actor, request: Static<typeof ReplayRequest>): Promise<number> {
  const { count, reached } = await replayEvents(tx, actor, request)
  return reached === undefined ? count : count + (await replayAll(tx, actor, { ...request, after: reached }))
}

async function test(args: string[], config: Config): Promise<void> {
  const { given } = readOptions(args, ['app', 'workspace'])
  const app = given.app ?? refuse('Say which app: npx guichet webhooks test --app <id>.')
  const { id } = await acting(config, given.workspace, (tx, actor) => testWebhook(tx, actor, app))
  console.log(`Delivery ${id} is a test request. npx guichet webhooks show ${id} says what came of it.`)
}

const actions: Record<string, Command['run']> = { list, show, replay, test }

const STATUSES = ['pending', 'delivered', 'failed', 'dropped'] as const

/** Does something in a workspace as the server itself. */
const acting = <T>(
  config: Config,
  asked: string | undefined,
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> =>
  withDatabase(config, async database => {
    const workspaceId = await chooseWorkspace(database, asked)
    const workspace = (await listWorkspaces(database.unguarded.read)).find(each => each.id === workspaceId)
    const owner = await findTeammate(database.read, workspaceId)
    if (!workspace || !owner) throw new Complaint(`Workspace ${workspaceId} has no teammate to act for.`)
    const actor = systemActor({ workspace, operatorId: owner.adminId, now: seconds(systemClock) })
    return database.transaction(tx => work(tx, actor)).catch(refuseProblem)
  })

function refuseProblem(error: unknown): never {
  throw error instanceof Problem ? new Complaint(`That does not work: ${error.message}.`) : error
}

function refuse(why: string): never {
  throw new Complaint(why)
}

/** A time as people write it, `2026-11-25` or `2026-11-25T10:00Z`, or seconds since the epoch. */
function timeIn(text: string): number {
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.floor(Date.parse(text) / 1000)
  return Number.isFinite(seconds) ? seconds : refuse(`"${text}" is no time.`)
}
