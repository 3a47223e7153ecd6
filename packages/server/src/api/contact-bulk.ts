import { contactBulk } from '@guichet/contract/operations/contact-bulk.ts'
import {
  bulkCreateContacts,
  bulkDeleteContacts,
  bulkUpdateContacts,
  findContactBulk,
} from '../domain/contact-bulk/index.ts'
import { handlers } from './handlers.ts'

export const contactBulkRoutes = handlers(contactBulk, {
  create: ({ tx, actor, body }) => bulkCreateContacts(tx, actor, body),
  update: ({ tx, actor, body }) => bulkUpdateContacts(tx, actor, body),
  delete: ({ tx, actor, body }) => bulkDeleteContacts(tx, actor, body),
  find: ({ tx, actor, params }) => findContactBulk(tx, actor, params.id),
})
