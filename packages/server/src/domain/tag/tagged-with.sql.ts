import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { SearchField } from '../../db/search/fields.ts'
import type { Taggable } from './taggings.sql.ts'

/** Objects of a kind, by the column that holds their ids as text. */
interface Objects {
  type: Taggable
  idColumn: string
}

/** The condition of carrying any of some tags; ids that can be of no tag are none. */
export function taggedWith(tx: Tx, workspaceId: string, objects: Objects, tagIds: unknown[]) {
  const ids = tagIds.flatMap(id => numericId(String(id)) ?? [])
  const taggings = taggingsOf(tx, workspaceId, objects).where(
    'taggings.tag_id',
    '=',
    sql<number>`any(${ids}::bigint[])`,
  )
  return sql<SqlBool>`exists ${taggings}`
}

/** The search field of the tags an object carries. */
export const tagField = (objects: Objects): SearchField => ({
  kind: 'member',
  operators: ['=', '!='],
  holds: ({ tx, actor }, values) => taggedWith(tx, actor.workspace.id, objects, values),
  isEmpty: ({ tx, actor }) => notTagged(tx, actor.workspace.id, objects),
})

const notTagged = (tx: Tx, workspaceId: string, objects: Objects): Expression<SqlBool> =>
  sql<SqlBool>`not exists ${taggingsOf(tx, workspaceId, objects)}`

const taggingsOf = (tx: Tx, workspaceId: string, { type, idColumn }: Objects) =>
  tx
    .selectFrom('taggings')
    .select(sql`1`.as('one'))
    .where('taggings.workspace_id', '=', workspaceId)
    .where('taggings.object_type', '=', type)
    .where('taggings.object_id', '=', sql.ref<string>(idColumn))
