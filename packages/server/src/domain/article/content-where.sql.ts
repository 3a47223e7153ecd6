import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** What articles are narrowed to. */
export interface ArticlesWanted {
  state: 'published' | 'draft' | undefined
  helpCenter: { id: number; isDefault: boolean } | undefined
}

/** A condition on `content_words`, each row of which is an article in one language. Undefined where nothing is asked. */
export function contentWhere(
  tx: Tx,
  workspaceId: string,
  { state, helpCenter }: ArticlesWanted,
): Expression<SqlBool> | undefined {
  const conditions = [
    ...(state ? [inState(tx, workspaceId, state)] : []),
    ...(helpCenter ? [inHelpCenter(tx, workspaceId, helpCenter)] : []),
  ]
  return conditions.length === 0 ? undefined : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

function inState(tx: Tx, workspaceId: string, state: 'published' | 'draft'): Expression<SqlBool> {
  const contents = tx
    .selectFrom('article_contents')
    .select(sql`1`.as('one'))
    .where('article_contents.workspace_id', '=', workspaceId)
    .where('article_contents.id', '=', sql.ref<number>('content_words.content_id'))
    .where('article_contents.state', '=', state)
  return sql<boolean>`exists ${contents}`
}

/** Articles in no collection are in the default help center. */
function inHelpCenter(
  tx: Tx,
  workspaceId: string,
  { id, isDefault }: { id: number; isDefault: boolean },
): Expression<SqlBool> {
  const parents = tx
    .selectFrom('article_parents')
    .innerJoin('collections', join =>
      join
        .onRef('collections.workspace_id', '=', 'article_parents.workspace_id')
        .onRef('collections.id', '=', 'article_parents.collection_id'),
    )
    .select(sql`1`.as('one'))
    .where('article_parents.workspace_id', '=', workspaceId)
    .where('article_parents.article_id', '=', sql.ref<number>('content_words.article_id'))
  const here = sql<boolean>`exists ${parents.where('collections.help_center_id', '=', id)}`
  return isDefault ? sql<boolean>`(${here} or not exists ${parents})` : here
}
