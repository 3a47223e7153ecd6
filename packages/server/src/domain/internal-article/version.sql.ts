import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** The words of an internal article. */
export interface TextRow {
  title: string
  body: string
  body_markdown: string
}

/** Makes a text the newest version of an internal article, and the one that is read. Returns its id. */
export async function beginVersion(
  tx: Tx,
  actor: Actor,
  articleId: number,
  version: TextRow & { via: 'api' | 'editor' },
): Promise<number> {
  const id = await insertVersion(tx, actor, articleId, version)
  await tx
    .updateTable('internal_articles')
    .set({ version_id: id })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', articleId)
    .execute()
  return id
}

/** A version beside the one that is read. */
export async function insertVersion(
  tx: Tx,
  actor: Actor,
  articleId: number,
  { title, body, body_markdown, via }: TextRow & { via: 'api' | 'editor' },
): Promise<number> {
  const { id } = await tx
    .insertInto('internal_article_versions')
    .values({
      ...{ workspace_id: actor.workspace.id, internal_article_id: articleId, title, body, body_markdown },
      ...{ created_by: actor.adminId, created_via: via, created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps what an article says that has no version yet, before it is changed. */
export async function keepUnversioned(
  tx: Tx,
  actor: Actor,
  article: TextRow & { id: number; version_id: number | null },
): Promise<void> {
  if (article.version_id === null) await insertVersion(tx, actor, article.id, { ...article, via: 'api' })
}

/** Goes on writing a version. */
export async function rewriteVersion(
  tx: Tx,
  actor: Actor,
  id: number,
  { title, body, body_markdown }: TextRow,
): Promise<void> {
  await tx
    .updateTable('internal_article_versions')
    .set({ title, body, body_markdown, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

export type HeadRow = NonNullable<Awaited<ReturnType<typeof selectHead>>>

/** What is read of an internal article and which version that is, 0 where it has none yet; and who wrote it. */
export const selectHead = (tx: Tx, workspaceId: string, articleId: number) =>
  tx
    .selectFrom('internal_articles as article')
    .leftJoin('internal_article_versions as version', join =>
      join
        .onRef('version.workspace_id', '=', 'article.workspace_id')
        .onRef('version.id', '=', 'article.version_id'),
    )
    .leftJoin('admins as writer', join =>
      join
        .onRef('writer.workspace_id', '=', 'article.workspace_id')
        .on('writer.id', '=', sql<number>`coalesce(version.created_by, article.updated_by)`),
    )
    .select(['article.title', 'article.body', 'writer.id as created_by', 'writer.name as writer_name'])
    .select(({ fn, val }) => [
      fn.coalesce('version.id', val(0)).as('id'),
      fn.coalesce('version.created_via', val('api')).as('created_via'),
      fn.coalesce('version.created_at', 'article.updated_at').as('created_at'),
      fn.coalesce('version.updated_at', 'article.updated_at').as('updated_at'),
      sql<string>`md5(concat_ws(E'\\n', article.title, article.body))`.as('digest'),
    ])
    .where('article.workspace_id', '=', workspaceId)
    .where('article.id', '=', articleId)
    .executeTakeFirst()

/** The newest so many. */
const MOST = 100

export const selectVersions = (tx: Tx, workspaceId: string, articleId: number) =>
  versionsOf(tx, workspaceId, articleId).select(SUMMARY).select(CURRENT).limit(MOST).execute()

export const selectVersion = (tx: Tx, workspaceId: string, articleId: number, id: number) =>
  versionsOf(tx, workspaceId, articleId)
    .select(SUMMARY)
    .select(CURRENT)
    .select('version.body')
    .where('version.id', '=', id)
    .executeTakeFirst()

export type VersionRow = Awaited<ReturnType<typeof selectVersions>>[number]

const SUMMARY = [
  ...(['version.id', 'version.title', 'version.created_by'] as const),
  ...(['version.created_via', 'version.created_at'] as const),
] as const

const CURRENT = sql<boolean>`version.id = article.version_id`.as('current')

const versionsOf = (tx: Tx, workspaceId: string, articleId: number) =>
  tx
    .selectFrom('internal_article_versions as version')
    .innerJoin('internal_articles as article', join =>
      join
        .onRef('article.workspace_id', '=', 'version.workspace_id')
        .onRef('article.id', '=', 'version.internal_article_id'),
    )
    .where('version.workspace_id', '=', workspaceId)
    .where('version.internal_article_id', '=', articleId)
    .orderBy('version.id', 'desc')
