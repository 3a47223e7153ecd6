import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

interface Contactish {
  id: string
  role: string
  external_id?: string | null
}

/** What the log of a contact's life still tells when the contact has changed or gone. */
const now = ({ role, external_id = null }: Contactish) => ({ role, external_id })

const happened = (
  topic: TopicName,
  { id }: { id: string },
  payload?: Record<string, unknown>,
): Happening => ({
  topic,
  object: { type: 'contact', id },
  ...(payload && { payload }),
})

export const contactCreated = (contact: Contactish): Happening =>
  happened(contact.role === 'user' ? 'contact.user.created' : 'contact.lead.created', contact, now(contact))

export const contactUpdated = (contact: Contactish): Happening =>
  happened(contact.role === 'user' ? 'contact.user.updated' : 'contact.lead.updated', contact)

export const leadSignedUp = (contact: { id: string }): Happening =>
  happened('contact.lead.signed_up', contact)

export const visitorSignedUp = (contact: { id: string }): Happening => happened('visitor.signed_up', contact)

export const leadAddedEmail = (contact: { id: string }): Happening =>
  happened('contact.lead.added_email', contact)

export const emailUpdated = (contact: { id: string }, before: string | null): Happening =>
  happened('contact.email.updated', contact, { email_before: before })

export const contactUnsubscribed = (contact: { id: string }): Happening =>
  happened('contact.unsubscribed', contact)

export const contactSubscribed = (contact: { id: string }): Happening =>
  happened('contact.subscribed', contact)

export const contactArchived = (contact: { id: string }): Happening => happened('contact.archived', contact)

export const contactUnarchived = (contact: { id: string }): Happening =>
  happened('contact.unarchive', contact)

/** Says no more than it must: who was forgotten is not kept. */
export const contactDeleted = ({ id, role }: Contactish): Happening =>
  happened('contact.deleted', { id }, { role })

export const contactMerged = (survivor: Contactish, merged: { id: string }): Happening =>
  happened('contact.merged', survivor, { ...now(survivor), merged_from: { type: 'contact', id: merged.id } })
