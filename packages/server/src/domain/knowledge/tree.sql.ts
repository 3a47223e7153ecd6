import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** Every collection, in the order in which siblings stand. */
export const selectEveryCollection = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('collections')
    .select(['id', 'help_center_id', 'parent_id', 'contents'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Every article, the newest first, without its texts. */
export const selectEveryArticle = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('articles')
    .select(['id', 'updated_at', 'views', 'scheduled_publish_at', 'scheduled_unpublish_at'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id', 'desc')
    .execute()

/** Every language of every article: its newest title, and how it stands. */
export const selectEveryLanguage = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('article_contents as content')
    .innerJoin('article_versions as head', join =>
      join
        .onRef('head.workspace_id', '=', 'content.workspace_id')
        .on('head.id', '=', sql<number>`coalesce(content.draft_version_id, content.version_id)`),
    )
    .select(['content.article_id', 'content.locale', 'content.state', 'head.title', 'head.author_id'])
    .select(sql<boolean>`content.draft_version_id is not null`.as('has_changes'))
    .where('content.workspace_id', '=', workspaceId)
    .where('head.workspace_id', '=', workspaceId)
    .orderBy('content.id')
    .execute()

/** What is in each collection, in its order. */
export const selectEveryPlace = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('article_parents')
    .select(['article_id', 'collection_id', 'position'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('collection_id')
    .orderBy('place')
    .orderBy('article_id')
    .execute()
