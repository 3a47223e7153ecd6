import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { articleDeleted, articleUpdated, stateChanged } from './article.events.ts'
import { deleteArticleRow, updateArticleRow } from './article.sql.ts'
import { type HeldArticle, lockArticle } from './article.ts'
import { selectArticlesOf } from './content.sql.ts'
import { dropContents, goLive } from './write-content.ts'

/** Publishes or unpublishes articles in some languages, given by the ids of those contents; ids of none are passed over. */
export function setContentStates(
  tx: Tx,
  actor: Actor,
  { contentIds, state }: { contentIds: number[]; state: 'published' | 'draft' },
): Promise<void> {
  return eachArticle(tx, actor, contentIds, async ({ articleId, contents, main }, ids) => {
    for (const row of contents)
      if (ids.has(row.id) && (row.state !== state || row.draft_version_id !== null))
        await goLive(tx, actor, { row, text: {}, state })
    await updateArticleRow(tx, actor, articleId, {})
    const changes = ids.has(main.id) ? stateChanged(articleId, main.state, state) : []
    await append(tx, actor, articleUpdated(articleId), ...changes)
  })
}

/** Deletes articles in some languages; one that loses its default language goes altogether. */
export function deleteContents(tx: Tx, actor: Actor, contentIds: number[]): Promise<void> {
  return eachArticle(tx, actor, contentIds, async ({ articleId, contents, main }, ids) => {
    const all = ids.has(main.id)
    await dropContents(
      tx,
      actor,
      contents.map(({ id }) => id).filter(id => all || ids.has(id)),
    )
    if (all) await deleteArticleRow(tx, actor.workspace.id, articleId)
    else await updateArticleRow(tx, actor, articleId, {})
    await append(tx, actor, all ? articleDeleted(articleId) : articleUpdated(articleId))
  })
}

async function eachArticle(
  tx: Tx,
  actor: Actor,
  contentIds: number[],
  change: (article: HeldArticle, ids: Set<number>) => Promise<void>,
): Promise<void> {
  const rows = await selectArticlesOf(tx, actor.workspace.id, contentIds)
  for (const [articleId, contents] of Map.groupBy(rows, row => row.article_id))
    await change(await lockArticle(tx, actor, articleId), new Set(contents.map(({ id }) => id)))
}
