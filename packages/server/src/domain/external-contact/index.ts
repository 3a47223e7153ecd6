export { type AcceptedAttributes, acceptAttributes } from './accept-attributes.ts'
export { type ExternalContact, type KeptContact, keepExternalContact } from './external-contact.ts'
