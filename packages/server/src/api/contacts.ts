import { contacts } from '@guichet/contract/operations/contacts.ts'
import {
  archiveContact,
  blockContact,
  createContact,
  deleteContact,
  findByExternalId,
  findContactView,
  listContacts,
  searchContacts,
  unarchiveContact,
  updateContact,
} from '../domain/contact/index.ts'
import { mergeContacts } from '../domain/merge/index.ts'
import { handlers } from './handlers.ts'

export const contactRoutes = handlers(contacts, {
  list: ({ tx, actor, query }) => listContacts(tx, actor, query),
  create: ({ tx, actor, body }) => createContact(tx, actor, body),
  search: ({ tx, actor, query, body }) => searchContacts(tx, actor, { ...query, search: body }),
  merge: ({ tx, actor, query, body }) => mergeContacts(tx, actor, { ...query, ...body }),
  find: ({ tx, actor, params, query }) => findContactView(tx, actor, { ...query, id: params.id }),
  findByExternalId: ({ tx, actor, params, query }) =>
    findByExternalId(tx, actor, { ...query, externalId: params.external_id }),
  update: ({ tx, actor, params, query, body }) =>
    updateContact(tx, actor, { ...query, id: params.id, request: body }),
  delete: ({ tx, actor, params }) => deleteContact(tx, actor, params.id),
  archive: ({ tx, actor, params }) => archiveContact(tx, actor, params.id),
  unarchive: ({ tx, actor, params }) => unarchiveContact(tx, actor, params.id),
  block: ({ tx, actor, params }) => blockContact(tx, actor, params.id),
})
