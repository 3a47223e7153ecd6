import { parseVersion, type Version } from '@guichet/contract/version.ts'
import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import type { Workspace } from '../actor.ts'

/** What a bearer token stands for. */
export interface Credential {
  workspace: Workspace
  appId: number
  adminId: number
  scopes: ReadonlySet<string> | 'all'
  /** The version its app chose; undefined for none. */
  version: Version | undefined
  /** Requests per minute its app may make; undefined for the server's default. */
  rateLimit: number | undefined
  expiresAt: number | undefined
  /** The addresses that may use it, where only some may. */
  allowlist: string[] | undefined
}

/** The credential of a token by its hash, unless it is revoked, its app uninstalled, or the admin it acts as removed. The only statement that spans workspaces. */
export async function selectCredential(tx: Tx, hash: Buffer): Promise<Credential | undefined> {
  const row = await tx
    .selectFrom('access_tokens')
    .innerJoin('workspaces', 'workspaces.id', 'access_tokens.workspace_id')
    .innerJoin('apps', join =>
      join
        .onRef('apps.workspace_id', '=', 'access_tokens.workspace_id')
        .onRef('apps.id', '=', 'access_tokens.app_id')
        .on('apps.uninstalled_at', 'is', null),
    )
    .innerJoin('app_registrations', 'app_registrations.id', 'apps.registration_id')
    .innerJoin('admins', join =>
      join
        .onRef('admins.workspace_id', '=', 'access_tokens.workspace_id')
        .onRef('admins.id', '=', 'access_tokens.admin_id')
        .on('admins.removed_at', 'is', null),
    )
    .leftJoin('ip_allowlists', join =>
      join
        .onRef('ip_allowlists.workspace_id', '=', 'access_tokens.workspace_id')
        .on('ip_allowlists.enabled', '=', true),
    )
    .select(['ip_allowlists.entries as allowlist'])
    .select([
      ...([
        'access_tokens.app_id',
        'access_tokens.admin_id',
        'access_tokens.scopes',
        'access_tokens.expires_at',
      ] as const),
      ...([
        'workspaces.id',
        'workspaces.name',
        'workspaces.timezone',
        'workspaces.sandbox',
        'app_registrations.api_version',
        'apps.rate_limit',
      ] as const),
    ])
    .where('access_tokens.hash', '=', hash)
    .where('access_tokens.revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    workspace: { id: row.id, name: row.name, timezone: row.timezone, sandbox: row.sandbox },
    appId: row.app_id,
    adminId: row.admin_id,
    scopes: row.scopes.includes('all') ? 'all' : new Set(row.scopes),
    version: row.api_version === null ? undefined : parseVersion(row.api_version),
    rateLimit: row.rate_limit ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    allowlist: row.allowlist ?? undefined,
  }
}

interface NewToken {
  workspaceId: string
  hash: Buffer
  appId: number
  adminId: number
  label: string
  scopes: string[]
  now: number
  expiresAt: number | null
}

export const insertToken = (tx: Tx, token: NewToken): Promise<{ id: number }> =>
  tx
    .insertInto('access_tokens')
    .values({
      workspace_id: token.workspaceId,
      hash: token.hash,
      app_id: token.appId,
      admin_id: token.adminId,
      label: token.label,
      scopes: token.scopes,
      created_at: token.now,
      expires_at: token.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

export const selectTokens = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('access_tokens')
    .select(['id', 'label', 'admin_id', 'app_id', 'scopes', 'created_at', 'expires_at', 'revoked_at'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()

/** Marks a token as revoked and tells every node; undefined when there is no such live token. */
export async function revokeRow(
  tx: Tx,
  workspaceId: string,
  id: number,
  now: number,
): Promise<Buffer | undefined> {
  const row = await tx
    .updateTable('access_tokens')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('hash')
    .executeTakeFirst()
  if (row) await announce(tx, TOKEN_CHANNEL, row.hash.toString('hex'))
  return row?.hash
}

/** Where nodes hear of revoked tokens: the payload is the token's hash in hex. */
export const TOKEN_CHANNEL = 'guichet_tokens'
