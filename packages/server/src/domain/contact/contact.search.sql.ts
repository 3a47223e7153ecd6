import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** The condition that holds for no contact. */
export const NOBODY = sql<boolean>`false`

export function taggedWith(tx: Tx, workspaceId: string, tagIds: number[]): Expression<SqlBool> {
  const taggings = taggingsOf(tx, workspaceId).where(
    'taggings.tag_id',
    '=',
    sql<number>`any(${tagIds}::bigint[])`,
  )
  return sql<boolean>`exists ${taggings}`
}

export const notTagged = (tx: Tx, workspaceId: string): Expression<SqlBool> =>
  sql<boolean>`not exists ${taggingsOf(tx, workspaceId)}`

const taggingsOf = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('taggings')
    .select(sql`1`.as('one'))
    .where('taggings.workspace_id', '=', workspaceId)
    .where('taggings.object_type', '=', 'contact')
    .where('taggings.object_id', '=', sql.ref<string>('contacts.id'))
