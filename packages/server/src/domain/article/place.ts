import type { PlaceArticleRequest } from '@guichet/contract/operations/inbox/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireCollections } from '../collection/index.ts'
import { mayWriteArticles } from '../help-center/index.ts'
import { articleUpdated } from './article.events.ts'
import { lockPlaces, orderPlaces, replaceParents, selectArticles, updateArticleRow } from './article.sql.ts'
import { lockArticle } from './article.ts'

/** Puts an article into a collection, before another or last, and takes it out of the one it comes from. */
export async function placeArticle(
  tx: Tx,
  actor: Actor,
  id: string,
  request: Static<typeof PlaceArticleRequest>,
): Promise<undefined> {
  mayWriteArticles(actor)
  const { articleId } = await lockArticle(tx, actor, id)
  const { id: workspaceId } = actor.workspace
  const [row] = await selectArticles(tx, workspaceId, [articleId])
  const to = request.collection_id === null ? undefined : (numericId(request.collection_id) ?? 0)
  if (to !== undefined) await requireCollections(tx, actor, [to], 'collection_id')
  const from = request.from_id == null ? undefined : numericId(request.from_id)
  const parents = moved(row?.parent_ids ?? [], from, to)
  await replaceParents(tx, workspaceId, articleId, parents)
  if (to !== undefined) {
    const before = request.before_id == null ? undefined : numericId(request.before_id)
    const others = (await lockPlaces(tx, workspaceId, to))
      .map(each => each.article_id)
      .filter(each => each !== articleId)
    await orderPlaces(tx, workspaceId, to, placedBefore(others, articleId, before))
  }
  await updateArticleRow(tx, actor, articleId, {})
  await append(tx, actor, articleUpdated(articleId))
}

/** Where it comes from and where it goes trade places, so that its home stays its home. */
function moved(parents: number[], from: number | undefined, to: number | undefined): number[] {
  const changed = parents.map(each => (each === from ? (to ?? -1) : each))
  const all = to === undefined || changed.includes(to) ? changed : [...changed, to]
  return [...new Set(all)].filter(each => each !== -1)
}

/** A list with something before one of its members; last where that is none of them. */
export function placedBefore(others: number[], id: number, before: number | undefined): number[] {
  const at = before === undefined ? -1 : others.indexOf(before)
  return at === -1 ? [...others, id] : others.toSpliced(at, 0, id)
}
