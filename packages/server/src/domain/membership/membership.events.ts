import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'
import type { Pair } from './membership.sql.ts'

const about =
  (topic: TopicName) =>
  ({ contactId, companyId }: Pair): Happening => ({
    topic,
    object: { type: 'company', id: companyId },
    payload: { contact: { type: 'contact', id: contactId } },
  })

export const contactAttached = about('company.contact.attached')
export const contactDetached = about('company.contact.detached')
