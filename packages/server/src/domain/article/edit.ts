import { errors, problem } from '@guichet/contract/errors.ts'
import type { ArticleEditing, ArticleText } from '@guichet/contract/models/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { audiencesOn } from '../audience/index.ts'
import { collectionRefs } from '../collection/index.ts'
import {
  type HelpCenterRow,
  helpCentersById,
  mayReadArticles,
  pageAddress,
  viewSite,
} from '../help-center/index.ts'
import { selectArticles } from './article.sql.ts'
import { viewOneArticle } from './article.view.ts'
import { type HeadRow, selectHeads } from './edit.sql.ts'

/** An article as its writers see it, with what waits to be published; 404 when there is none. */
export async function findForEditing(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof ArticleEditing>> {
  mayReadArticles(actor)
  const key = numericId(id)
  const { id: workspaceId } = actor.workspace
  const [row] = key === undefined ? [] : await selectArticles(tx, workspaceId, [key])
  if (!row) throw problem(errors.notFound)
  const [view, heads, site] = await Promise.all([
    viewOneArticle(tx, actor, row.id),
    selectHeads(tx, workspaceId, row.id),
    siteOf(tx, actor, row.parent_ids),
  ])
  const contentIds = heads.map(head => head.content_id)
  const audiences = await audiencesOn(tx, workspaceId, 'article_content', contentIds)
  const { statistics } = view
  if (!statistics) throw new Error(`article ${id} has no statistics`)
  return {
    ...{ type: 'article_editing', id: view.id, site: viewSite(actor, site), statistics },
    collection_ids: row.parent_ids.map(String),
    tags: (view.tags?.tags ?? []).map(tag => ({ id: tag.id, name: tag.name ?? '' })),
    audience_ids: [...new Set(contentIds.flatMap(each => audiences.get(each) ?? []))].map(String),
    ...{ created_at: row.created_at, updated_at: row.updated_at },
    scheduled_publish_at: row.scheduled_publish_at,
    scheduled_unpublish_at: row.scheduled_unpublish_at,
    languages: heads.map(head => viewHead(actor, site, row.id, head)),
  }
}

/** The help center an article is in: that of its first collection, or the default one. */
async function siteOf(tx: Tx, actor: Actor, [home]: number[]): Promise<HelpCenterRow> {
  const [{ all, main }, refs] = await Promise.all([
    helpCentersById(tx, actor),
    collectionRefs(tx, actor.workspace.id, home === undefined ? [] : [home]),
  ])
  return all.get(refs.get(home ?? 0)?.help_center_id ?? 0) ?? main
}

export const revisionOf = ({ id, digest }: Pick<HeadRow, 'id' | 'digest'>): string =>
  `${id}-${digest.slice(0, 12)}`

export const viewHead = (
  actor: Actor,
  site: HelpCenterRow,
  articleId: number,
  head: HeadRow,
): Static<typeof ArticleText> => ({
  ...{ locale: head.locale, state: head.state, title: head.title, description: head.description },
  ...{ body: head.body, author_id: String(head.author_id), revision: revisionOf(head) },
  has_unpublished_changes: head.draft_version_id !== null,
  first_published_at: head.first_published_at,
  saved_at: head.updated_at,
  saved_by: head.created_by === null ? null : { id: String(head.created_by), name: head.writer_name },
  url:
    head.state === 'published'
      ? pageAddress(actor, site, {
          ...{ locale: head.locale, kind: 'articles', id: articleId, title: head.title },
        })
      : null,
})
