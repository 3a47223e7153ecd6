import { model, nullable, Timestamp, Type } from '../schema.ts'
import { Contact } from './contact.ts'
import { cursorPageOf } from './list.ts'

/** Whether somebody is in lists and searches, and where they went who is not there any more. */
export const ContactStanding = model('contact_standing', {
  type: Type.Literal('contact_standing'),
  id: Type.String(),
  archived_at: nullable(Timestamp()),
  /** Whoever is blocked is archived too, and cannot be brought back. */
  blocked_at: nullable(Timestamp()),
  /** The id of whom they were merged into. */
  merged_into: nullable(Type.String()),
})

export const ArchivedContact = model('archived_contact', {
  ...Contact.properties,
  archived_at: Timestamp(),
  blocked_at: nullable(Timestamp()),
})

export const ArchivedContactList = cursorPageOf('archived_contact_list', ArchivedContact)
