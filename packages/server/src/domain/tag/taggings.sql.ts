import { sql } from 'kysely'
import { compiledForIds } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { TagRow } from './tag.sql.ts'
import type { Tagged } from './taggings.ts'

/** Kinds of objects that carry tags; a ticket's tags are its conversation's. */
export type Taggable =
  | 'contact'
  | 'company'
  | 'conversation'
  | 'article'
  | 'internal_article'
  | 'content_snippet'
  | 'external_content'

/** One tag on several objects of a kind. */
export interface TaggingKeys {
  type: Taggable
  ids: string[]
  tagId: number
}

/** A tag, and when and by whom it was put on the object in question, null where it is not on it. */
export interface TaggingRow extends TagRow {
  applied_at: number | null
  applied_by: number | null
}

/** The objects that did not have the tag before. A tag that does not exist inserts nothing. */
export async function insertTaggings(
  tx: Tx,
  actor: Actor,
  { type, ids, tagId }: TaggingKeys,
): Promise<string[]> {
  const rows = await tx
    .insertInto('taggings')
    .columns(['workspace_id', 'object_type', 'object_id', 'tag_id', 'applied_at', 'applied_by'])
    .expression(
      tx
        .selectFrom('tags')
        .select([
          'workspace_id',
          sql.lit(type).as('object_type'),
          sql<string>`unnest(${ids}::text[])`.as('object_id'),
          'id',
          sql<number>`${actor.now}::bigint`.as('applied_at'),
          sql<number>`${actor.adminId}::bigint`.as('applied_by'),
        ])
        .where('workspace_id', '=', actor.workspace.id)
        .where('id', '=', tagId),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning('object_id')
    .execute()
  return rows.map(row => row.object_id)
}

/** The objects that had the tag. */
export async function deleteTaggings(
  tx: Tx,
  workspaceId: string,
  { type, ids, tagId }: TaggingKeys,
): Promise<string[]> {
  const rows = await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', type)
    .where('object_id', '=', sql<string>`any(${ids}::text[])`)
    .where('tag_id', '=', tagId)
    .returning('object_id')
    .execute()
  return rows.map(row => row.object_id)
}

/** One tag, with its place on an object if it has one there. */
export const selectTagging = (
  tx: Tx,
  workspaceId: string,
  on: Tagged,
  tagId: number,
): Promise<TaggingRow | undefined> =>
  tx
    .selectFrom('tags')
    .leftJoin('taggings', join =>
      join
        .onRef('taggings.workspace_id', '=', 'tags.workspace_id')
        .onRef('taggings.tag_id', '=', 'tags.id')
        .on('taggings.object_type', '=', on.type)
        .on('taggings.object_id', '=', on.id),
    )
    .select(['tags.id', 'tags.name', 'taggings.applied_at', 'taggings.applied_by'])
    .where('tags.workspace_id', '=', workspaceId)
    .where('tags.id', '=', tagId)
    .executeTakeFirst()

export const selectTaggings = compiledForIds(
  'text',
  { workspaceId: 'workspace', type: 'company' },
  (tx, { workspaceId, type }: { workspaceId: string; type: Taggable }, id) =>
    tx
      .selectFrom('taggings')
      .innerJoin('tags', join =>
        join
          .onRef('tags.workspace_id', '=', 'taggings.workspace_id')
          .onRef('tags.id', '=', 'taggings.tag_id'),
      )
      .select(['tags.id', 'tags.name', 'taggings.object_id', 'taggings.applied_at', 'taggings.applied_by'])
      .where('taggings.workspace_id', '=', workspaceId)
      .where('taggings.object_type', '=', type)
      .where('taggings.object_id', '=', id)
      .orderBy('taggings.applied_at', 'desc')
      .orderBy('tags.id', 'desc'),
)
