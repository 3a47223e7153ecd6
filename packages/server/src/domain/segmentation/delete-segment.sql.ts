import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** What asks for a segment, and what it is called. */
interface Asking {
  what: string
  name: string | null
}

/** Everything that asks for a segment: other segments, audiences, banners, news, the messenger. */
export async function selectAsking(tx: Tx, workspaceId: string, id: string): Promise<Asking[]> {
  const asks = (column: string): RawBuilder<boolean> =>
    sql<boolean>`jsonb_path_exists(${sql.ref(column)},
      '$.** ? ((@.field == "segment_id" || @.attribute == "segment_id") && (@.value == $id || @.value[*] == $id))',
      jsonb_build_object('id', ${id}::text))`
  return tx
    .selectFrom('segments')
    .select([sql<string>`'segment'`.as('what'), sql<string | null>`name`.as('name')])
    .where('workspace_id', '=', workspaceId)
    .where('id', '!=', id)
    .where(asks('rules'))
    .unionAll(
      tx
        .selectFrom('audiences')
        .select([sql<string>`'audience'`.as('what'), sql<string | null>`name`.as('name')])
        .where('workspace_id', '=', workspaceId)
        .where(asks('predicates')),
    )
    .unionAll(
      tx
        .selectFrom('banners')
        .select([sql<string>`'banner'`.as('what'), sql<string | null>`title`.as('name')])
        .where('workspace_id', '=', workspaceId)
        .where(asks('aim')),
    )
    .unionAll(
      tx
        .selectFrom('news_items')
        .select([sql<string>`'news item'`.as('what'), sql<string | null>`title`.as('name')])
        .where('workspace_id', '=', workspaceId)
        .where(asks('aim')),
    )
    .unionAll(
      tx
        .selectFrom('workspaces')
        .select([sql<string>`'the messenger'`.as('what'), sql<string | null>`null::text`.as('name')])
        .where('id', '=', workspaceId)
        .where(asks('settings')),
    )
    .execute()
}

export async function deleteSegmentRow(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('segments').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
