import { randomBytes } from 'node:crypto'
import { ROLES, type Role } from '@guichet/contract/roles.ts'
import { seconds, systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { addTeammate, resetAccount } from '../domain/sign-in/index.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { withDatabase } from './with-database.ts'

export const account: Command = {
  usage: [
    'account create --email <address> [--name <name>] [--role <owner, admin, agent or light>] [--workspace <id>]',
    'account reset-password <address> [--two-factor off]',
  ],
  async run([action, ...args], config) {
    const run = action === undefined ? undefined : actions[action]
    if (!run)
      throw new Complaint('Say which: npx guichet account create, or account reset-password <address>.')
    await run(args, config)
  },
}

async function create(args: string[], config: Config): Promise<void> {
  const { given } = readOptions(args, ['email', 'name', 'role', 'workspace'])
  const { email, role = 'agent' } = given
  if (!email?.includes('@')) throw new Complaint('An account needs --email.')
  const kind = readRole(role)
  const name = given.name ?? email.split('@', 1)[0] ?? email
  const password = newPassword()
  const now = seconds(systemClock)
  await withDatabase(config, async database => {
    const workspaceId = await chooseWorkspace(database, given.workspace)
    await database.transaction(
      tx => addTeammate(tx, { workspaceId, email, name, role: kind, password, now }),
      now,
    )
  })
  console.log(`${email} may sign in as ${kind}, with this password, shown this once:\n\n  ${password}\n`)
}

async function resetPassword(args: string[], config: Config): Promise<void> {
  const { given, rest } = readOptions(args, ['two-factor'])
  const [email] = rest
  if (!email) throw new Complaint('Say whose: npx guichet account reset-password <address>.')
  const password = newPassword()
  const now = seconds(systemClock)
  const twoFactorOff = given['two-factor'] === 'off'
  const found = await withDatabase(config, database =>
    database.transaction(tx => resetAccount(tx, { email, password, twoFactorOff, now }), now),
  )
  if (!found) throw new Complaint(`Nobody signs in as ${email}.`)
  console.log(`${email} signs in with this password from now on, shown this once:\n\n  ${password}\n`)
}

const actions: Record<string, Command['run']> = { create, 'reset-password': resetPassword }

function readRole(text: string): Role {
  const role = ROLES.find(each => each === text)
  if (!role) throw new Complaint(`"${text}" is no role: ${ROLES.join(', ')}.`)
  return role
}

const newPassword = (): string => randomBytes(12).toString('base64url')
