import { scopes } from '@guichet/contract/scopes.ts'
import { seconds, systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { numericId } from '../db/ids.ts'
import { issueToken, listTokens, revokeToken } from '../domain/token/index.ts'
import { findTeammate } from '../domain/workspace/index.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { withDatabase } from './with-database.ts'

export const token: Command = {
  usage: [
    'token create [--label <text>] [--scopes <all, or names with commas>] [--admin <e-mail>] [--days <until it expires>] [--workspace <id>]',
    'token list [--workspace <id>]',
    'token revoke <id> [--workspace <id>]',
  ],
  async run([action, ...args], config) {
    const run = action === undefined ? undefined : actions[action]
    if (!run) throw new Complaint('Say which: npx guichet token create, token list or token revoke <id>.')
    await run(args, config)
  },
}

async function create(args: string[], config: Config): Promise<void> {
  const { given } = readOptions(args, ['label', 'scopes', 'admin', 'days', 'workspace'])
  const wanted = given.scopes?.split(',').map(scope => scope.trim()) ?? ['all']
  checkScopes(wanted)
  const now = seconds(systemClock)
  const expiresAt = given.days === undefined ? null : now + wholeDays(given.days) * 86_400
  const issued = await withDatabase(config, async database => {
    const workspaceId = await chooseWorkspace(database, given.workspace)
    return database.transaction(async tx => {
      const owner = await findTeammate(tx, workspaceId, given.admin)
      if (!owner) throw new Complaint(`Workspace ${workspaceId} has no teammate ${given.admin}.`)
      const { appId, adminId } = owner
      const label = given.label ?? 'made on the command line'
      return issueToken(tx, { workspaceId, appId, adminId, label, scopes: wanted, now, expiresAt })
    })
  })
  console.log(`Token ${issued.id}, shown this once:\n\n  ${issued.token}\n`)
}

async function list(args: string[], config: Config): Promise<void> {
  const { given } = readOptions(args, ['workspace'])
  const tokens = await withDatabase(config, async database =>
    listTokens(database.read, await chooseWorkspace(database, given.workspace)),
  )
  const now = seconds(systemClock)
  for (const { id, label, scopes: allowed, expires_at, revoked_at } of tokens) {
    const state = revoked_at ? 'revoked' : expires_at && expires_at <= now ? 'expired' : 'live'
    console.log(`${String(id).padEnd(6)} ${state.padEnd(8)} ${label ?? ''}  [${allowed.join(', ')}]`)
  }
}

async function revoke(args: string[], config: Config): Promise<void> {
  const { given, rest } = readOptions(args, ['workspace'])
  const id = numericId(rest[0] ?? '')
  if (id === undefined)
    throw new Complaint('Say which: npx guichet token revoke <id>. token list shows the ids.')
  const revoked = await withDatabase(config, async database => {
    const workspaceId = await chooseWorkspace(database, given.workspace)
    return database.transaction(tx => revokeToken(tx, { workspaceId, id, now: seconds(systemClock) }))
  })
  if (!revoked) throw new Complaint(`There is no live token ${id}.`)
  console.log(`Token ${id} is revoked.`)
}

const actions: Record<string, Command['run']> = { create, list, revoke }

function checkScopes(wanted: string[]): void {
  const known = new Set(['all', ...scopes.map(({ name }) => name)])
  const unknown = wanted.find(scope => !known.has(scope))
  if (unknown !== undefined) throw new Complaint(`"${unknown}" is no permission: ${[...known].join(', ')}.`)
}

function wholeDays(text: string): number {
  const days = Number(text)
  if (Number.isInteger(days) && days > 0 && days < 100_000) return days
  throw new Complaint(`--days takes a whole number of days, not "${text}".`)
}
