import type { Tx } from '../../db/database.ts'

/** Whoever is known by an address and may come in, users first, then who wrote last. */
export const selectByAddress = (tx: Tx, workspaceId: string, email: string) =>
  tx
    .selectFrom('contacts')
    .select(['id', 'role'])
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', email)
    .where('role', 'in', ['user', 'lead'])
    .where('merged_into', 'is', null)
    .where('archived_at', 'is', null)
    .where('blocked_at', 'is', null)
    .orderBy('role', 'desc')
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()

const MOST = 20

/** The Operator, as whom the server acts where nobody does. */
export async function selectOperatorId(tx: Tx, workspaceId: string): Promise<number> {
  const row = await tx
    .selectFrom('admins')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'bot')
    .executeTakeFirstOrThrow()
  return row.id
}
