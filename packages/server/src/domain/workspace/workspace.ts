import type { Tx } from '../../db/database.ts'
import { workspaceId } from '../../db/ids.ts'
import { registerOwnApp } from '../app/index.ts'
import { ensureHelpCenter } from '../help-center/index.ts'
import { ensureNewsfeed } from '../news/index.ts'
import { ensureRoles } from '../role/index.ts'
import { ensureTicketStates } from '../ticket-type/index.ts'
import { insertAdmin, insertWorkspace, keepUntold } from './workspace.sql.ts'

export interface NewWorkspace {
  /** Its short code; made up when left out. */
  id?: string
  name: string
  /** IANA name of its time zone; UTC when left out. */
  timezone?: string
  /** Its first teammate. */
  owner: { name: string; email: string }
  /** Set for one to try things in, with the workspace it is made from. */
  sandbox?: { of: string | null }
  now: number
}

/** What a new workspace begins with, by the ids it was given. */
export interface WorkspaceCreated {
  id: string
  ownerId: number
  botId: number
  /** The app its own access tokens belong to. */
  appId: number
}

/**
 * Creates a workspace with its roles, its first teammate as owner, the Operator bot, an app for its own tokens, its ticket states, a help
 * center and a newsfeed.
 */
export async function createWorkspace(tx: Tx, input: NewWorkspace): Promise<WorkspaceCreated> {
  const id = input.id ?? workspaceId()
  const { now } = input
  await keepUntold(tx)
  await insertWorkspace(tx, {
    id,
    name: input.name,
    timezone: input.timezone ?? 'UTC',
    now,
    sandbox: input.sandbox,
  })
  const roles = await ensureRoles(tx, id, now)
  const owner = await insertAdmin(tx, {
    ...{ workspaceId: id, kind: 'admin' as const, ...input.owner, roleId: roles.owner, now },
  })
  const bot = await insertAdmin(tx, {
    workspaceId: id,
    kind: 'bot',
    roleId: null,
    name: 'Fin',
    email: `operator+${id}@intercom.io`,
    now,
  })
  const app = await registerOwnApp(tx, { workspaceId: id, name: 'Guichet', now })
  await ensureTicketStates(tx, id, now)
  await ensureHelpCenter(tx, { workspaceId: id, name: input.name, now })
  await ensureNewsfeed(tx, { workspaceId: id, name: input.name, now })
  return { id, ownerId: owner.id, botId: bot.id, appId: app.id }
}
