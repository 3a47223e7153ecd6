import { sql } from 'kysely'
import { compiledOnce } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export interface TagRow {
  id: number
  name: string
}

export const selectTags = (tx: Tx, workspaceId: string): Promise<TagRow[]> =>
  tx.selectFrom('tags').select(['id', 'name']).where('workspace_id', '=', workspaceId).orderBy('id').execute()

/** The tag of an id, in a list of one at most. */
export const selectTag = compiledOnce({ workspaceId: 'workspace', id: -1 }, (tx, { workspaceId, id }) =>
  tx.selectFrom('tags').select(['id', 'name']).where('workspace_id', '=', workspaceId).where('id', '=', id),
)

export const selectTagNamed = (tx: Tx, workspaceId: string, name: string): Promise<TagRow | undefined> =>
  tx
    .selectFrom('tags')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .executeTakeFirst()

/** The new tag, or undefined when the name is taken. */
export const insertTag = (tx: Tx, actor: Actor, name: string): Promise<TagRow | undefined> =>
  tx
    .insertInto('tags')
    .values({
      workspace_id: actor.workspace.id,
      name,
      created_by: actor.adminId,
      created_at: actor.now,
      updated_at: actor.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'name'])
    .executeTakeFirst()

/** Whether there is such a tag. */
export async function renameRow(tx: Tx, actor: Actor, id: number, name: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tags')
    .set({ name, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx.deleteFrom('tags').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

/** Segments whose rules ask for the tag. */
export const segmentsNaming = (tx: Tx, workspaceId: string, tagId: number): Promise<{ name: string }[]> =>
  tx
    .selectFrom('segments')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`jsonb_path_exists(rules, '$.** ? (@.field == "tag_id" && @.value == $id)', jsonb_build_object('id', ${String(tagId)}::text))`,
    )
    .orderBy('name')
    .execute()

/** How many things of each kind each tag is on. */
export const selectUses = (
  tx: Tx,
  workspaceId: string,
): Promise<{ tag_id: number; object_type: string; uses: number }[]> =>
  tx
    .selectFrom('taggings')
    .select(['tag_id', 'object_type', sql<number>`count(*)::int`.as('uses')])
    .where('workspace_id', '=', workspaceId)
    .groupBy(['tag_id', 'object_type'])
    .execute()
