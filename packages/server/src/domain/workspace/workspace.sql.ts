import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Workspace } from '../actor.ts'

/** What a workspace is born with was there before its log begins: for the rest of the transaction tables tell nothing of themselves. */
export async function keepUntold(tx: Tx): Promise<void> {
  await sql`select set_config('guichet.untold', 'on', true)`.execute(tx)
}

export async function insertWorkspace(
  tx: Tx,
  row: {
    id: string
    name: string
    timezone: string
    now: number
    sandbox: { of: string | null } | undefined
  },
): Promise<void> {
  const { now, sandbox, ...workspace } = row
  await tx
    .insertInto('workspaces')
    .values({
      ...{ ...workspace, created_at: now, updated_at: now },
      ...(sandbox && { sandbox: true, sandbox_of: sandbox.of }),
    })
    .execute()
}

export const insertAdmin = (
  tx: Tx,
  row: {
    workspaceId: string
    kind: 'admin' | 'bot'
    name: string
    email: string
    roleId: number | null
    now: number
  },
): Promise<{ id: number }> =>
  tx
    .insertInto('admins')
    .values({
      workspace_id: row.workspaceId,
      kind: row.kind,
      name: row.name,
      email: row.email.trim().toLowerCase(),
      email_verified: true,
      role_id: row.roleId,
      has_inbox_seat: row.kind === 'admin',
      created_at: row.now,
      updated_at: row.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Every workspace of this installation, the oldest first. */
export const selectWorkspaces = (tx: Tx): Promise<Workspace[]> =>
  tx
    .selectFrom('workspaces')
    .select(['id', 'name', 'timezone', 'sandbox'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export async function selectWorkspaceName(tx: Tx, id: string): Promise<string> {
  const row = await tx.selectFrom('workspaces').select('name').where('id', '=', id).executeTakeFirstOrThrow()
  return row.name
}

/** One who makes workspaces holds this to the end of the transaction, so that two servers make one first workspace. */
export async function lockWorkspaces(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(WORKSPACES_LOCK)})`.execute(tx)
}

const WORKSPACES_LOCK = 748_210_457

/** The teammate of an e-mail address, or the first one, with the app that the workspace's own tokens belong to. */
export function selectTeammate(tx: Tx, workspaceId: string, email: string | undefined) {
  const query = tx
    .selectFrom('admins')
    .innerJoin('apps', join => join.onRef('apps.workspace_id', '=', 'admins.workspace_id'))
    .innerJoin('workspaces', 'workspaces.id', 'admins.workspace_id')
    .select([
      'admins.id',
      'admins.name as admin_name',
      'admins.email',
      'apps.id as app_id',
      'workspaces.name',
    ])
    .where('admins.workspace_id', '=', workspaceId)
    .where('admins.kind', '=', 'admin')
    .where('admins.removed_at', 'is', null)
    .where('apps.kind', '=', 'private')
    .where('apps.uninstalled_at', 'is', null)
    .orderBy('admins.id')
    .orderBy('apps.id')
    .limit(1)
  const asked = email === undefined ? query : query.where('admins.email', '=', email.trim().toLowerCase())
  return asked.executeTakeFirst()
}
