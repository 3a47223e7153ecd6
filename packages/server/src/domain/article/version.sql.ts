import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { byId, rowsOfPage } from '../../db/numbered.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { NumberedPage } from '../paging.ts'

export type VersionRow = NonNullable<Awaited<ReturnType<typeof selectVersion>>>

/** One page of an article's versions, the newest first, in one language or all, and how many there are. */
export async function selectVersions(
  tx: Tx,
  workspaceId: string,
  of: { articleId: number; locale: string | undefined; page: NumberedPage },
): Promise<{ rows: Omit<VersionRow, 'body' | 'body_markdown'>[]; total: number }> {
  const all = versionsOf(tx, workspaceId, of)
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    rowsOfPage(all.select(COLUMNS).select(IS_LIVE), byId('desc', 'version.id'), of.page),
  ])
  return { rows, total }
}

export const selectVersion = (
  tx: Tx,
  workspaceId: string,
  of: { articleId: number; id: number; locale: string | undefined },
) =>
  versionsOf(tx, workspaceId, of)
    .select(COLUMNS)
    .select(IS_LIVE)
    .select(['version.body', 'version.body_markdown'])
    .where('version.id', '=', of.id)
    .executeTakeFirst()

const COLUMNS = [
  ...([
    'version.id',
    'version.article_id',
    'version.title',
    'version.description',
    'version.author_id',
  ] as const),
  ...(['version.created_by', 'version.created_via', 'version.from_version_id'] as const),
  ...(['version.created_at', 'version.updated_at'] as const),
] as const

const IS_LIVE =
  sql<boolean>`coalesce(content.state = 'published' and content.version_id = version.id, false)`.as('is_live')

const versionsOf = (
  tx: Tx,
  workspaceId: string,
  { articleId, locale }: { articleId: number; locale: string | undefined },
) =>
  tx
    .selectFrom('article_versions as version')
    .leftJoin('article_contents as content', join =>
      join
        .onRef('content.workspace_id', '=', 'version.workspace_id')
        .onRef('content.article_id', '=', 'version.article_id')
        .onRef('content.locale', '=', 'version.locale'),
    )
    .where('version.workspace_id', '=', workspaceId)
    .where('version.article_id', '=', articleId)
    .$if(locale !== undefined, query => query.where('version.locale', '=', locale ?? ''))
