export { type ContactRef, findContact, requireContact } from './contact.require.ts'
