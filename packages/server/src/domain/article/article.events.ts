import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

const about =
  (topic: TopicName) =>
  (id: number): Happening => ({ topic, object: { type: 'article', id: String(id) } })

export const articleCreated = about('article.created')
export const articleUpdated = about('article.updated')
export const articlePublished = about('article.published')
export const articleUnpublished = about('article.unpublished')
export const articleDeleted = about('article.deleted')

/** What a change did to whether the article can be read. */
export function stateChanged(id: number, before: string | undefined, after: string | undefined): Happening[] {
  if (before === after) return []
  return after === 'published'
    ? [articlePublished(id)]
    : before === 'published'
      ? [articleUnpublished(id)]
      : []
}
