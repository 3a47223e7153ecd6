export { attachContacts, withoutRoom } from './many-memberships.ts'
export { listCompaniesOfContact, listContactsOfCompany } from './members.ts'
export { attachContact, detachContact } from './membership.ts'
