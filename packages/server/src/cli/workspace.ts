import { seconds, systemClock } from '../clock.ts'
import { workspaceId } from '../db/ids.ts'
import { keepFor } from '../domain/history/index.ts'
import { issueToken } from '../domain/token/index.ts'
import { createWorkspace, listWorkspaces } from '../domain/workspace/index.ts'
import { keepEvents } from '../events/retention.sql.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { checkFree } from './new-workspace.ts'
import { withDatabase } from './with-database.ts'

export const workspace: Command = {
  usage: [
    'workspace create --name <name> --email <of the first teammate> [--owner <their name>] [--timezone <zone>] [--id <id>]',
    'workspace list',
    'workspace history <days, or forever> [--workspace <id>]',
    'workspace events <days, at least 7, or forever> [--workspace <id>]',
  ],
  async run([action, ...args], config) {
    if (action === 'create') return create(args, config)
    if (action === 'list') return list(args, config)
    if (action === 'history') return history(args, config)
    if (action === 'events') return events(args, config)
    throw new Complaint('Say which: npx guichet workspace create, list, history or events.')
  },
}

const create: Command['run'] = async (args, config) => {
  const { given } = readOptions(args, ['name', 'email', 'owner', 'timezone', 'id'])
  const { name, email, timezone = 'UTC', id = workspaceId() } = given
  if (!name || !email?.includes('@')) throw new Complaint('A workspace needs --name and --email.')
  checkTimezone(timezone)
  const now = seconds(systemClock)
  const { token } = await withDatabase(config, database =>
    database.unguarded.transaction(async tx => {
      await checkFree(tx, id)
      const owner = { name: given.owner ?? email.split('@', 1)[0] ?? email, email }
      const { appId, ownerId } = await createWorkspace(tx, { id, name, timezone, owner, now })
      return issueToken(tx, {
        ...{
          workspaceId: id,
          appId,
          adminId: ownerId,
          label: 'made with the workspace',
          scopes: ['all'],
          now,
        },
      })
    }),
  )
  console.log(`Workspace ${id} is ready. Its access token, shown this once:\n\n  ${token}\n`)
}

const list: Command['run'] = async (args, config) => {
  readOptions(args, [])
  const all = await withDatabase(config, database => listWorkspaces(database.unguarded.read))
  for (const { id, name, timezone } of all) console.log(`${id.padEnd(16)} ${name} (${timezone})`)
}

const history: Command['run'] = async (args, config) => {
  const { given, rest } = readOptions(args, ['workspace'])
  const days = readDays(rest[0] ?? '')
  const id = await withDatabase(config, async database => {
    const workspaceId = await chooseWorkspace(database, given.workspace)
    await database.transaction(tx => keepFor(tx, workspaceId, days))
    return workspaceId
  })
  console.log(`Workspace ${id} keeps its past ${days === null ? 'for ever' : `for ${days} days`}.`)
}

function readDays(text: string): number | null {
  if (text === 'forever') return null
  const days = Number(text)
  if (Number.isInteger(days) && days > 0 && days < 100_000) return days
  throw new Complaint('Say for how long: a number of days, or forever.')
}

const events: Command['run'] = async (args, config) => {
  const { given, rest } = readOptions(args, ['workspace'])
  const days = readDays(rest[0] ?? '')
  if (days !== null && days < 7) throw new Complaint('Events are kept for at least 7 days.')
  const id = await withDatabase(config, async database => {
    const id = await chooseWorkspace(database, given.workspace)
    await database.transaction(tx => keepEvents(tx, id, days))
    return id
  })
  console.log(`Workspace ${id} keeps its events ${days === null ? 'for ever' : `for ${days} days`}.`)
}

function checkTimezone(timezone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch {
    throw new Complaint(`"${timezone}" is no time zone: say one such as Europe/Paris.`)
  }
}
