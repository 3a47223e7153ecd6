import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

const about =
  (topic: TopicName) =>
  (id: string): Happening => ({ topic, object: { type: 'company', id } })

export const companyCreated = about('company.created')
export const companyUpdated = about('company.updated')
export const companyDeleted = about('company.deleted')
