import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { ArticleVersions } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

/** The text readers see, or the one that waits to take its place where there is one. */
export type Reading = 'live' | 'draft'

export type ContentRow = Awaited<ReturnType<typeof selectContents>>[number]

/** Every language of some articles with its text, in the order they were added. */
export const selectContents = (
  tx: Tx,
  workspaceId: string,
  articleIds: number[],
  reading: Reading = 'live',
) =>
  tx
    .selectFrom('article_contents as content')
    .innerJoin('article_versions as version', join =>
      join
        .onRef('version.workspace_id', '=', 'content.workspace_id')
        .on('version.id', '=', readVersion(reading)),
    )
    .leftJoin('article_versions as draft', join =>
      join
        .onRef('draft.workspace_id', '=', 'content.workspace_id')
        .onRef('draft.id', '=', 'content.draft_version_id'),
    )
    .select(['content.id', 'content.article_id', 'content.locale', 'content.state', 'content.version_id'])
    .select([
      'content.draft_version_id',
      'content.first_published_at',
      'content.created_by',
      'content.updated_by',
    ])
    .select(['content.ai_chatbot_availability', 'content.ai_copilot_availability'])
    .select(['content.ai_sales_agent_availability', 'content.created_at', 'content.updated_at'])
    .select(['version.title', 'version.description', 'version.body', 'version.body_markdown'])
    .select(['version.author_id', 'draft.updated_at as draft_updated_at'])
    .where('content.workspace_id', '=', workspaceId)
    .where('version.workspace_id', '=', workspaceId)
    .where('content.article_id', '=', sql<number>`any(${articleIds}::bigint[])`)
    .orderBy('content.id')
    .execute()

const readVersion = (reading: Reading) =>
  reading === 'live'
    ? sql<number>`content.version_id`
    : sql<number>`coalesce(content.draft_version_id, content.version_id)`

/** The text of an article in one language, as it is written down. */
export type TextRow = Pick<
  Insertable<ArticleVersions>,
  'title' | 'description' | 'body' | 'body_markdown' | 'author_id'
>

export async function insertVersion(
  tx: Tx,
  actor: Actor,
  of: {
    articleId: number
    locale: string
    text: TextRow
    from: number | null
    /** `api` unless said. */
    via?: 'editor'
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('article_versions')
    .values({
      ...{ workspace_id: actor.workspace.id, article_id: of.articleId, locale: of.locale, ...of.text },
      ...{ created_by: actor.adminId, created_via: of.via ?? 'api', from_version_id: of.from },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whom of the AI agents a content is for. */
export interface Availability {
  ai_chatbot_availability?: boolean
  ai_copilot_availability?: boolean
  ai_sales_agent_availability?: boolean
}

export interface ContentPatch extends Availability {
  state?: 'published' | 'draft'
  version_id?: number
  draft_version_id?: number | null
  first_published_at?: number | null
}

export async function insertContent(
  tx: Tx,
  actor: Actor,
  row: Required<Omit<ContentPatch, 'draft_version_id'>> & { article_id: number; locale: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('article_contents')
    .values({
      ...{ ...row, workspace_id: actor.workspace.id, created_by: actor.adminId, updated_by: actor.adminId },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateContentRow(tx: Tx, actor: Actor, id: number, patch: ContentPatch): Promise<void> {
  await tx
    .updateTable('article_contents')
    .set({ ...patch, updated_by: actor.adminId, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

export async function deleteContentRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .deleteFrom('article_contents')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Which article each of some contents is of. */
export const selectArticlesOf = (tx: Tx, workspaceId: string, contentIds: number[]) =>
  tx
    .selectFrom('article_contents')
    .select(['id', 'article_id', 'locale'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${contentIds}::bigint[])`)
    .orderBy('id')
    .execute()
