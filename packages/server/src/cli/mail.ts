import { seconds, systemClock } from '../clock.ts'
import { numericId } from '../db/ids.ts'
import { listIncoming, takeAgain } from '../domain/incoming-mail/index.ts'
import { checkMailbox, listMailboxes } from '../domain/mailbox/index.ts'
import { actingFor } from './acting.ts'
import { type Command, readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { withDatabase } from './with-database.ts'

export const mail: Command = {
  usage: [
    'mail [list] [--workspace <id>]',
    'mail log [--workspace <id>]',
    'mail check <mailbox> [--workspace <id>]',
    'mail again <mail> [--workspace <id>]',
  ],
  async run(args, config) {
    const { given, rest } = readOptions(args, ['workspace'])
    const [action = 'list', id] = rest
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!run) throw new Complaint('Say which: npx guichet mail list, log, check <mailbox> or again <mail>.')
    await withDatabase(config, async database => {
      const acting = await actingFor(database, given.workspace)
      const actor = { ...acting, origin: config.publicUrl ?? '', now: seconds(systemClock) }
      for (const line of await database.transaction(tx => run(tx, actor, id))) console.log(line)
    })
  },
}

type Action = (
  tx: Parameters<typeof listMailboxes>[0],
  actor: Parameters<typeof listMailboxes>[1],
  id: string | undefined,
) => Promise<string[]>

const list: Action = async (tx, actor) => {
  const { data } = await listMailboxes(tx, actor)
  if (data.length === 0)
    return ['There is no address that customers write to: Settings, E-mail in the app adds one.']
  return data.map(({ id, address, intake, verified, looked_at, fault }) =>
    [
      ...[id.padEnd(6), address.padEnd(32), intake.padEnd(5), verified ? 'reaches us' : 'not checked'],
      ...(looked_at === null ? [] : [when(looked_at)]),
      ...(fault === null ? [] : [fault]),
    ].join(' '),
  )
}

const log: Action = async (tx, actor) => {
  const { data } = await listIncoming(tx, actor, {})
  if (data.length === 0) return ['Nothing came yet.']
  return data.map(({ id, status, received_at, sender, subject, reason }) =>
    [
      id.padEnd(8),
      status.padEnd(10),
      when(received_at),
      sender ?? '?',
      subject ?? '',
      reason ? `(${reason})` : '',
    ]
      .join(' ')
      .trimEnd(),
  )
}

const check: Action = async (tx, actor, id) => {
  const { address } = await checkMailbox(tx, actor, idOf(id))
  return [`A running server mails ${address}. Once that mail comes in, answers are sent as it.`]
}

const again: Action = async (tx, actor, id) => {
  await takeAgain(tx, actor, idOf(id))
  return [`${id} is taken in by a running server.`]
}

const actions: Record<string, Action> = { list, log, check, again }

function idOf(text: string | undefined): string {
  if (numericId(text ?? '') === undefined)
    throw new Complaint('Say which by its id: npx guichet mail, or mail log, shows them.')
  return text ?? ''
}

const when = (moment: number): string => new Date(moment * 1000).toISOString().slice(0, 19).replace('T', ' ')
