import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Workspace } from '../actor.ts'

/** Where a messenger is. */
export type App = 'web' | 'ios' | 'android'

/** A messenger, or the pages of a help center. */
export type Platform = App | 'help'

/** What a messenger token stands for. */
export interface MessengerCredential {
  sessionId: number
  workspace: Workspace
  /** The Operator, who speaks for the workspace where no teammate does. */
  operatorId: number
  contactId: string
  verified: boolean
  platform: Platform
  expiresAt: number
}

/** The live session of a token by its hash. Spans workspaces: nobody is known yet. A contact merged away lives on as the other. */
export async function selectMessengerCredential(
  db: Tx,
  hash: Buffer,
  now: number,
): Promise<MessengerCredential | undefined> {
  const row = await db
    .selectFrom('messenger_sessions as session')
    .innerJoin('workspaces', 'workspaces.id', 'session.workspace_id')
    .innerJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'session.workspace_id')
        .onRef('contacts.id', '=', 'session.contact_id'),
    )
    .innerJoin('admins as operator', join =>
      join.onRef('operator.workspace_id', '=', 'session.workspace_id').on('operator.kind', '=', 'bot'),
    )
    .select(['session.id', 'session.workspace_id', 'session.verified', 'session.expires_at'])
    .select(row => row.ref('session.platform').$castTo<Platform>().as('platform'))
    .select(['workspaces.name', 'workspaces.timezone', 'workspaces.sandbox', 'operator.id as operator_id'])
    .select(['contacts.id as contact_id', 'contacts.merged_into'])
    .where('session.hash', '=', hash)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('contacts.blocked_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      sessionId: row.id,
      workspace: { id: row.workspace_id, name: row.name, timezone: row.timezone, sandbox: row.sandbox },
      operatorId: row.operator_id,
      contactId: row.merged_into ?? row.contact_id,
      verified: row.verified,
      platform: row.platform,
      expiresAt: row.expires_at,
    }
  )
}

/** Which of some sessions, by the hashes of their tokens, are live. */
export async function selectOpen(db: Tx, hashes: Buffer[], now: number): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('messenger_sessions as session')
    .innerJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'session.workspace_id')
        .onRef('contacts.id', '=', 'session.contact_id'),
    )
    .select('session.hash')
    .where('session.hash', '=', sql<Buffer>`any(${hashes}::bytea[])`)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('contacts.blocked_at', 'is', null)
    .execute()
  return rows.map(({ hash }) => hash)
}

/** A workspace that a messenger names, before anybody is known in it. */
export interface MessengerHome {
  workspace: Workspace
  operatorId: number
  /** Whether identities have to be proven. */
  enforced: boolean
}

export async function selectMessengerHome(db: Tx, workspaceId: string): Promise<MessengerHome | undefined> {
  const row = await db
    .selectFrom('workspaces')
    .innerJoin('admins as operator', join =>
      join.onRef('operator.workspace_id', '=', 'workspaces.id').on('operator.kind', '=', 'bot'),
    )
    .select(['workspaces.id', 'workspaces.name', 'workspaces.timezone', 'workspaces.identity_verification'])
    .select(['workspaces.sandbox', 'operator.id as operator_id'])
    .where('workspaces.id', '=', workspaceId)
    .executeTakeFirst()
  return (
    row && {
      workspace: { id: row.id, name: row.name, timezone: row.timezone, sandbox: row.sandbox },
      operatorId: row.operator_id,
      enforced: row.identity_verification,
    }
  )
}

export async function insertSession(
  tx: Tx,
  workspaceId: string,
  row: {
    hash: Buffer
    contact_id: string
    verified: boolean
    platform: Platform
    now: number
    expires_at: number
  },
): Promise<void> {
  const { now, ...session } = row
  await tx
    .insertInto('messenger_sessions')
    .values({ ...session, workspace_id: workspaceId, created_at: now, last_seen_at: now })
    .execute()
}

/** Puts a session on another contact, or only forward in time. */
export async function updateSession(
  tx: Tx,
  workspaceId: string,
  id: number,
  row: { contact_id: string; verified: boolean; last_seen_at: number; expires_at: number },
): Promise<void> {
  await tx
    .updateTable('messenger_sessions')
    .set(row)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export async function endSession(tx: Tx, workspaceId: string, id: number, now: number): Promise<void> {
  await tx
    .updateTable('messenger_sessions')
    .set({ ended_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
