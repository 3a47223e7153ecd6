import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

const about =
  (topic: TopicName) =>
  (id: number): Happening => ({ topic, object: { type: 'content_import_source', id: String(id) } })

export const importSourceCreated = about('content_import_source.created')
export const importSourceUpdated = about('content_import_source.updated')
export const importSourceDeleted = about('content_import_source.deleted')
