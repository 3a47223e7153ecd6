import { numericId } from '../db/ids.ts'
import { listOutbox, readOutgoing, sendAgain } from '../domain/outgoing/index.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import { type Command, readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { withDatabase } from './with-database.ts'

export const outbox: Command = {
  usage: [
    'outbox [--limit <how many>] [--workspace <id>]',
    'outbox read <id, or last> [--workspace <id>]',
    'outbox send <id> [--workspace <id>]',
  ],
  async run(args, config) {
    const { given, rest } = readOptions(args, ['limit', 'workspace'])
    const [action = 'list', id] = rest
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!run) throw new Complaint('Say which: npx guichet outbox, outbox read <id> or outbox send <id>.')
    await withDatabase(config, async database => {
      const workspaceId = await chooseWorkspace(database, given.workspace)
      for (const line of await run({ database, workspaceId, id, given })) console.log(line)
    })
  },
}

interface Asked {
  database: Parameters<Parameters<typeof withDatabase>[1]>[0]
  workspaceId: string
  id: string | undefined
  given: { limit?: string }
}

async function list({ database, workspaceId, given }: Asked): Promise<string[]> {
  const limit = Number(given.limit ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new Complaint(`--limit takes a whole number up to 1000, not "${given.limit}".`)
  const rows = await listOutbox(database.read, workspaceId, limit)
  if (rows.length === 0) return ['Nothing was sent yet.']
  return rows.map(({ id, status, channel, created_at, recipients, subject, kind }) =>
    [
      ...[String(id).padEnd(6), status.padEnd(8), channel.padEnd(9), when(created_at)],
      `${recipients.to.map(({ address }) => address).join(', ')}  ${subject || kind}`,
    ].join(' '),
  )
}

async function read({ database, workspaceId, id }: Asked): Promise<string[]> {
  const [newest] = id === 'last' ? await listOutbox(database.read, workspaceId, 1) : []
  const found = await readOutgoing(database.read, workspaceId, newest?.id ?? idOf(id))
  if (!found) throw new Complaint(`The outbox has no ${id}.`)
  const { to, cc, bcc } = found.recipients
  return [
    `Status:  ${found.status}, ${found.attempts} attempts${found.error ? ` (${found.error})` : ''}`,
    `Date:    ${when(found.created_at)}`,
    ...Object.entries({ To: to, Cc: cc, Bcc: bcc })
      .filter(([, each]) => each.length > 0)
      .map(([name, each]) => `${`${name}:`.padEnd(9)}${each.map(({ address }) => address).join(', ')}`),
    ...(found.subject ? [`Subject: ${found.subject}`] : []),
    ...(found.enclosed ? [`Files:   ${found.enclosed.files.map(({ name }) => name).join(', ')}`] : []),
    ...(found.template ? [`Template: ${JSON.stringify(found.template)}`] : []),
    '',
    found.plain ?? found.html ?? '(Its words let somebody in, and are not kept once it is sent.)',
  ]
}

async function send({ database, workspaceId, id }: Asked): Promise<string[]> {
  const again = await database.transaction(tx => sendAgain(tx, workspaceId, idOf(id)))
  if (!again) throw new Complaint(`The outbox has no ${id} that could be sent again.`)
  return [`${id} is sent again by a running server.`]
}

const actions: Record<string, (asked: Asked) => Promise<string[]>> = { list, read, send }

function idOf(text: string | undefined): number {
  const id = numericId(text ?? '')
  if (id === undefined) throw new Complaint('Say which by its id: npx guichet outbox shows them.')
  return id
}

const when = (moment: number): string => new Date(moment * 1000).toISOString().slice(0, 19).replace('T', ' ')
