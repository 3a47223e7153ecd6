import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { TextRow } from './content.sql.ts'

export type HeadRow = Awaited<ReturnType<typeof selectHeads>>[number]

/** Each language of an article with its newest text, which may wait to be published, and who wrote that. */
export const selectHeads = (tx: Tx, workspaceId: string, articleId: number) =>
  tx
    .selectFrom('article_contents as content')
    .innerJoin('article_versions as head', join =>
      join
        .onRef('head.workspace_id', '=', 'content.workspace_id')
        .on('head.id', '=', sql<number>`coalesce(content.draft_version_id, content.version_id)`),
    )
    .leftJoin('admins as writer', join =>
      join.onRef('writer.workspace_id', '=', 'head.workspace_id').onRef('writer.id', '=', 'head.created_by'),
    )
    .select(['content.id as content_id', 'content.locale', 'content.state', 'content.draft_version_id'])
    .select(['content.version_id', 'content.first_published_at', 'head.id', 'head.title'])
    .select(['head.description', 'head.body', 'head.body_markdown', 'head.author_id', 'head.created_by'])
    .select(['head.created_at', 'head.updated_at', 'head.created_via', 'writer.name as writer_name'])
    .select(
      sql<string>`md5(concat_ws(E'\n', head.title, head.description, head.author_id::text, head.body))`.as(
        'digest',
      ),
    )
    .where('content.workspace_id', '=', workspaceId)
    .where('content.article_id', '=', articleId)
    .where('head.workspace_id', '=', workspaceId)
    .orderBy('content.id')
    .execute()

/** Goes on writing a version that nobody has read yet. */
export async function rewriteVersion(tx: Tx, actor: Actor, id: number, text: TextRow): Promise<void> {
  await tx
    .updateTable('article_versions')
    .set({ ...text, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}
