export { contactCreated, contactMerged, contactUpdated, visitorSignedUp } from './contact.events.ts'
export { readText } from './contact.fields.ts'
export { insertUnlessTaken, isIdentityFree, updateUnlessTaken } from './contact.identity.ts'
export { mayReadContacts, mayWriteContacts } from './contact.policy.ts'
export {
  type ContactNamed,
  findContact,
  findContactBy,
  findContacts,
  requireContact,
} from './contact.require.ts'
export { contactSearchable } from './contact.search.ts'
export { type ContactPatch, type ContactRef, type StoredContact, updateContactRow } from './contact.sql.ts'
export {
  type ContactView,
  type ViewOptions,
  viewContacts,
  viewMerge,
  viewOneContact,
} from './contact.view.ts'
export { countContactsWhere } from './contacts-where.sql.ts'
export { contactsWhere } from './contacts-where.ts'
export { createContact, withoutNulls } from './create-contact.ts'
export { createLead } from './create-lead.ts'
export { deleteContact, deleteContacts, forgetContact } from './delete-contact.ts'
export { readEmail } from './email.ts'
export { holdContact, holdPerson } from './hold-contact.ts'
export {
  addContacts,
  type ContactDraft,
  changeContacts,
  claimsIdentity,
  contactReader,
  holdContacts,
  holdContactsNamed,
} from './many-contacts.ts'
export { promoteVisitor } from './promote-visitor.ts'
export {
  findByExternalId,
  findContactView,
  listContacts,
  searchArchived,
  searchContacts,
} from './read-contacts.ts'
export { archiveContact, blockContact, unarchiveContact } from './shelve-contact.ts'
export { findStanding } from './standing.ts'
export { touchContacts } from './touch-contacts.ts'
export { updateContact } from './update-contact.ts'
