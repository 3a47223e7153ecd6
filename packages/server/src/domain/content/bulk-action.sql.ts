import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { ContentKind } from './bulk-action.ts'

const TABLES = {
  article: 'articles',
  article_content: 'article_contents',
  content_snippet: 'content_snippets',
  external_content: 'external_pages',
  internal_article: 'internal_articles',
} as const

/** Of some ids, those there is content of. */
export async function selectThere(
  tx: Tx,
  workspaceId: string,
  kind: ContentKind,
  ids: number[],
): Promise<number[]> {
  const rows = await tx
    .selectFrom(TABLES[kind])
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return rows.map(row => row.id)
}

/** Whom of the AI agents content is for. */
interface Flags {
  ai_chatbot_availability?: boolean
  ai_copilot_availability?: boolean
  ai_sales_agent_availability?: boolean
}

export async function setAvailability(
  tx: Tx,
  actor: Actor,
  { kind, ids, flags }: { kind: Exclude<ContentKind, 'article'>; ids: number[]; flags: Flags },
): Promise<void> {
  if (ids.length === 0 || Object.keys(flags).length === 0) return
  await tx
    .updateTable(TABLES[kind])
    .set({ ...flags, updated_at: actor.now, updated_by: actor.adminId })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
}

export async function selectKnownTags(tx: Tx, workspaceId: string, ids: number[]): Promise<Set<number>> {
  const rows = await tx
    .selectFrom('tags')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return new Set(rows.map(row => row.id))
}

/** Some tags on some content of one kind. */
interface Taggings {
  type: string
  ids: number[]
  tagIds: number[]
}

/** Puts every tag on everything; what is there stays as it is. */
export async function addTaggings(tx: Tx, actor: Actor, { type, ids, tagIds }: Taggings): Promise<void> {
  if (ids.length === 0 || tagIds.length === 0) return
  await tx
    .insertInto('taggings')
    .columns(['workspace_id', 'object_type', 'object_id', 'tag_id', 'applied_at', 'applied_by'])
    .expression(
      tx
        .selectFrom('tags')
        .innerJoin(
          sql<{ id: string }>`unnest(${ids.map(String)}::text[])`.as<'object'>(sql`object(id)`),
          join => join.onTrue(),
        )
        .select([
          'tags.workspace_id',
          sql<string>`${type}::text`.as('object_type'),
          'object.id as object_id',
          'tags.id as tag_id',
          sql<number>`${actor.now}::bigint`.as('applied_at'),
          sql<number>`${actor.adminId}::bigint`.as('applied_by'),
        ])
        .where('tags.workspace_id', '=', actor.workspace.id)
        .where('tags.id', '=', sql<number>`any(${tagIds}::bigint[])`),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function removeTaggings(tx: Tx, actor: Actor, { type, ids, tagIds }: Taggings): Promise<void> {
  if (ids.length === 0 || tagIds.length === 0) return
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', actor.workspace.id)
    .where('object_type', '=', type)
    .where('object_id', '=', sql<string>`any(${ids.map(String)}::text[])`)
    .where('tag_id', '=', sql<number>`any(${tagIds}::bigint[])`)
    .execute()
}
