import type { Tx } from '../../db/database.ts'

export async function selectCompanyRef(
  tx: Tx,
  workspaceId: string,
  by: { id?: string; company_id?: string },
) {
  const query = tx
    .selectFrom('companies')
    .select(['id', 'company_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('archived_at', 'is', null)
  if (by.id !== undefined) return query.where('id', '=', by.id).executeTakeFirst()
  if (by.company_id !== undefined) return query.where('company_id', '=', by.company_id).executeTakeFirst()
  return undefined
}
