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

/** The version of an internal article that is read, and who wrote it. */
export const selectHead = (tx: Tx, workspaceId: string, articleId: number) =>
  versionsOf(tx, workspaceId, articleId)
    .leftJoin('admins as writer', join =>
      join
        .onRef('writer.workspace_id', '=', 'version.workspace_id')
        .onRef('writer.id', '=', 'version.created_by'),
    )
    .select(['version.id', 'version.title', 'version.body', 'version.created_by', 'version.created_via'])
    .select(['version.created_at', 'version.updated_at', 'writer.name as writer_name'])
    .select(sql<string>`md5(concat_ws(E'\\n', version.title, version.body))`.as('digest'))
    .whereRef('version.id', '=', 'article.version_id')
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
