import { sql } from 'kysely'
import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import type { Membership } from '../account/index.ts'
import { parseRole } from '../role/index.ts'

const METHODS = ['password', 'sso', 'invitation', 'setup'] as const

/** How somebody came in. */
export type Method = (typeof METHODS)[number]

export const parseMethod = (kept: string): Method => METHODS.find(method => method === kept) ?? 'password'

/** What a session's cookie stands for. */
export interface SessionCredential extends Membership {
  id: number
  accountId: number
  /** The addresses that may use it, where only some may. */
  allowlist: string[] | undefined
  lastSeenAt: number
  expiresAt: number
  /** Good for its workspace alone. */
  confined: boolean
  /** Whether the workspace asks for a second factor that is not there. */
  lacksSecondFactor: boolean
}

/** The credential of a session by the hash of its token, unless it has ended. Spans workspaces: the token is all that is known. */
export async function selectSessionCredential(tx: Tx, hash: Buffer): Promise<SessionCredential | undefined> {
  const row = await tx
    .selectFrom('sessions')
    .innerJoin('workspaces', 'workspaces.id', 'sessions.workspace_id')
    .innerJoin('admins', join =>
      join
        .onRef('admins.workspace_id', '=', 'sessions.workspace_id')
        .onRef('admins.id', '=', 'sessions.admin_id')
        .on('admins.removed_at', 'is', null),
    )
    .innerJoin('roles', join =>
      join.onRef('roles.workspace_id', '=', 'admins.workspace_id').onRef('roles.id', '=', 'admins.role_id'),
    )
    .leftJoin('ip_allowlists', join =>
      join
        .onRef('ip_allowlists.workspace_id', '=', 'sessions.workspace_id')
        .on('ip_allowlists.enabled', '=', true),
    )
    .leftJoin('sign_in_settings', 'sign_in_settings.workspace_id', 'sessions.workspace_id')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .select([
      'sessions.method',
      'sign_in_settings.two_factor_required',
      'sessions.second_factor',
      'accounts.totp_confirmed_at',
    ])
    .select([
      ...(['sessions.id', 'sessions.account_id', 'sessions.admin_id', 'sessions.last_seen_at'] as const),
      ...([
        'sessions.expires_at',
        'sessions.workspace_id',
        'workspaces.name',
        'workspaces.timezone',
        'workspaces.sandbox',
      ] as const),
      ...(['roles.kind', 'ip_allowlists.entries as allowlist'] as const),
    ])
    .select(({ selectFrom }) =>
      selectFrom('apps')
        .select(apps => apps.fn.min('apps.id').as('id'))
        .whereRef('apps.workspace_id', '=', 'sessions.workspace_id')
        .as('app_id'),
    )
    .where('sessions.hash', '=', hash)
    .where('sessions.ended_at', 'is', null)
    .executeTakeFirst()
  const role = parseRole(row?.kind)
  if (!row || !role) return undefined
  return {
    ...{ id: row.id, accountId: row.account_id, adminId: row.admin_id, appId: row.app_id ?? 0, role },
    workspace: { id: row.workspace_id, name: row.name, timezone: row.timezone, sandbox: row.sandbox },
    ...{ allowlist: row.allowlist ?? undefined, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at },
    confined: row.method === 'sso',
    lacksSecondFactor:
      row.two_factor_required === true && !row.second_factor && row.totp_confirmed_at === null,
  }
}

export interface NewSession {
  hash: Buffer
  accountId: number
  workspaceId: string
  adminId: number
  method: Method
  secondFactor: boolean
  ip: string | undefined
  userAgent: string | undefined
  now: number
  expiresAt: number
}

export const insertSession = (tx: Tx, session: NewSession): Promise<{ id: number }> =>
  tx
    .insertInto('sessions')
    .values({
      ...{ hash: session.hash, account_id: session.accountId, workspace_id: session.workspaceId },
      ...{ admin_id: session.adminId, method: session.method, second_factor: session.secondFactor },
      ...{ ip: session.ip ?? null, user_agent: session.userAgent?.slice(0, 500) ?? null },
      ...{ created_at: session.now, last_seen_at: session.now, expires_at: session.expiresAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Remembers that a workspace was entered, so that signing in leads there again. */
export async function markEntered(
  tx: Tx,
  accountId: number,
  workspaceId: string,
  now: number,
): Promise<void> {
  await tx
    .updateTable('account_workspaces')
    .set({ entered_at: now })
    .where('account_id', '=', accountId)
    .where('workspace_id', '=', workspaceId)
    .execute()
}

/** That a session was used, and how long it may go on, unused and altogether. */
export interface Use {
  id: number
  now: number
  ip: string | undefined
  idle: number
  longest: number
}

/** Notes that a session was used, and moves its end; when that is now. */
export async function touchSession(tx: Tx, of: Use): Promise<number | undefined> {
  const row = await tx
    .updateTable('sessions')
    .set({
      last_seen_at: of.now,
      expires_at: sql<number>`least(${of.now + of.idle}, created_at + ${of.longest})`,
      ip: of.ip ?? null,
    })
    .where('id', '=', of.id)
    .where('ended_at', 'is', null)
    .returning('expires_at')
    .executeTakeFirst()
  return row?.expires_at
}

/** The sessions of an account that are still good, the one lately used first. */
export const selectSessions = (
  tx: Tx,
  { accountId, within, now }: { accountId: number; within: string | undefined; now: number },
) =>
  tx
    .selectFrom('sessions')
    .innerJoin('workspaces', 'workspaces.id', 'sessions.workspace_id')
    .select([
      ...(['sessions.id', 'sessions.method', 'sessions.ip', 'sessions.user_agent'] as const),
      ...([
        'sessions.created_at',
        'sessions.last_seen_at',
        'sessions.expires_at',
        'workspaces.name',
      ] as const),
    ])
    .where('sessions.account_id', '=', accountId)
    .$if(within !== undefined, query => query.where('sessions.workspace_id', '=', within ?? ''))
    .where('sessions.ended_at', 'is', null)
    .where('sessions.expires_at', '>', now)
    .orderBy('sessions.last_seen_at', 'desc')
    .orderBy('sessions.id', 'desc')
    .execute()

export async function moveSession(
  tx: Tx,
  id: number,
  to: { workspaceId: string; adminId: number; hash: Buffer },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ workspace_id: to.workspaceId, admin_id: to.adminId, hash: to.hash })
    .where('id', '=', id)
    .execute()
}

/** Which sessions end: those of an account or of a teammate, or one of them, or all but one. */
export interface Ending {
  accountId?: number
  within?: string | undefined
  teammate?: { workspaceId: string; adminId: number }
  only?: number
  except?: number
}

/** Ends sessions, and gives their hashes. */
export async function markEnded(tx: Tx, ending: Ending, now: number): Promise<Buffer[]> {
  const { accountId, within, teammate, only, except } = ending
  const rows = await tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .$if(accountId !== undefined, query => query.where('account_id', '=', accountId ?? 0))
    .$if(within !== undefined, query => query.where('workspace_id', '=', within ?? ''))
    .$if(teammate !== undefined, query =>
      query
        .where('workspace_id', '=', teammate?.workspaceId ?? '')
        .where('admin_id', '=', teammate?.adminId ?? 0),
    )
    .$if(only !== undefined, query => query.where('id', '=', only ?? 0))
    .$if(except !== undefined, query => query.where('id', '!=', except ?? 0))
    .returning('hash')
    .execute()
  return rows.map(({ hash }) => hash)
}

export async function notifySessions(tx: Tx, channel: string, payload: string): Promise<void> {
  await announce(tx, channel, payload)
}

/** Whether an account was let in from an address within the time that a session may last. */
export async function hasSignedInFrom(tx: Tx, accountId: number, ip: string, now: number): Promise<boolean> {
  const row = await tx
    .selectFrom('sessions')
    .select('id')
    .where('account_id', '=', accountId)
    .where('ip', '=', ip)
    .where('created_at', '>', now - KNOWN)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const KNOWN = 90 * 86_400

/** Forgets sessions that nobody is known by any more. */
export async function forgetEnded(tx: Tx, now: number): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('expires_at', '<', now - KNOWN)
    .execute()
}
