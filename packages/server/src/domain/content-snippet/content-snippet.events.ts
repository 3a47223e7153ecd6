import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

const about =
  (topic: TopicName) =>
  (id: number): Happening => ({ topic, object: { type: 'content_snippet', id: String(id) } })

export const snippetCreated = about('content_snippet.created')
export const snippetUpdated = about('content_snippet.updated')
export const snippetDeleted = about('content_snippet.deleted')
