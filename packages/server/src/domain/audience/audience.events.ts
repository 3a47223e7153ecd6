import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

const about =
  (topic: TopicName) =>
  (id: number): Happening => ({ topic, object: { type: 'audience', id: String(id) } })

export const audienceCreated = about('audience.created')
export const audienceUpdated = about('audience.updated')
export const audienceDeleted = about('audience.deleted')

interface ContentNamed {
  type: string
  id: number
}

const membership =
  (topic: TopicName) =>
  (audienceId: number, content: ContentNamed): Happening => ({
    topic,
    object: { type: 'audience', id: String(audienceId) },
    payload: { content: { type: content.type, id: String(content.id) } },
  })

export const contentJoined = membership('audience.member_added')
export const contentLeft = membership('audience.member_removed')
