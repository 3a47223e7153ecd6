import type { Tx } from '../../db/database.ts'

/** A token with the names of its app and of whom it acts as. */
export type NamedTokenRow = Awaited<ReturnType<typeof selectNamedTokens>>[number]

/** The tokens of a workspace, or the one with an id; those that live before those that were revoked, the newest first. */
export const selectNamedTokens = (tx: Tx, workspaceId: string, id?: number) =>
  tx
    .selectFrom('access_tokens')
    .innerJoin('apps', join =>
      join
        .onRef('apps.workspace_id', '=', 'access_tokens.workspace_id')
        .onRef('apps.id', '=', 'access_tokens.app_id'),
    )
    .innerJoin('admins', join =>
      join
        .onRef('admins.workspace_id', '=', 'access_tokens.workspace_id')
        .onRef('admins.id', '=', 'access_tokens.admin_id'),
    )
    .select(['access_tokens.id', 'access_tokens.label', 'access_tokens.scopes', 'access_tokens.admin_id'])
    .select(['access_tokens.created_at', 'access_tokens.expires_at', 'access_tokens.revoked_at'])
    .select(['apps.registration_id', 'apps.name as app_name', 'admins.name as admin_name'])
    .where('access_tokens.workspace_id', '=', workspaceId)
    .$if(id !== undefined, query => query.where('access_tokens.id', '=', id ?? 0))
    .orderBy(({ eb }) => eb('access_tokens.revoked_at', 'is not', null))
    .orderBy('access_tokens.id', 'desc')
    .execute()
