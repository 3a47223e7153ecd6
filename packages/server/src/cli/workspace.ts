import { seconds, systemClock } from '../clock.ts'
import { workspaceId } from '../db/ids.ts'
import { issueToken } from '../domain/token/index.ts'
import { createWorkspace, listWorkspaces } from '../domain/workspace/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { checkFree } from './new-workspace.ts'
import { withDatabase } from './with-database.ts'

export const workspace: Command = {
  usage: [
    'workspace create --name <name> --email <of the first teammate> [--owner <their name>] [--timezone <zone>] [--id <id>]',
    'workspace list',
  ],
  says: 'create an empty workspace and print its access token, or list the workspaces there are',
  async run([action, ...args], config) {
    if (action === 'create') return create(args, config)
    if (action === 'list') return list(args, config)
    throw new Complaint('Say which: npx guichet workspace create, or workspace list.')
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

function checkTimezone(timezone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch {
    throw new Complaint(`"${timezone}" is no time zone: say one such as Europe/Paris.`)
  }
}
