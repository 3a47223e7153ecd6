import { errors } from '../errors.ts'
import { ContactsBulkJob } from '../models/bulk-job.ts'
import { family } from '../operation.ts'
import {
  Dictionary,
  IdInput,
  IntegerInput,
  model,
  nullable,
  optional,
  type TProperties,
  Type,
  texts,
} from '../schema.ts'

const job = optional(Type.Object({ id: IdInput() }))

const id = texts(IdInput(), { missing: errors.bulkContactWithoutId })

/** Refusals here are 422, in words of their own. */
const contactsOf = <P extends TProperties>(fields: P) =>
  texts(Type.Array(texts(Type.Object(fields), { invalid: errors.bulkContactNotObject })), {
    missing: errors.bulkContactsMissing,
    invalid: errors.bulkContactsNotArray,
  })

const ids = Type.Array(Type.Object({ id: IdInput() }))

const contactFields = {
  external_id: optional(nullable(IdInput())),
  email: optional(nullable(Type.String())),
  name: optional(nullable(Type.String())),
  phone: optional(nullable(Type.String())),
  avatar: optional(nullable(Type.String())),
  owner_id: optional(nullable(IdInput())),
  unsubscribed_from_emails: optional(nullable(Type.Boolean())),
  language_override: optional(nullable(Type.String())),
  custom_attributes: optional(nullable(Dictionary())),
  companies: optional(
    Type.Array(
      Type.Object({
        company_id: IdInput(),
        name: optional(nullable(Type.String())),
        remove: optional(Type.Boolean()),
      }),
    ),
  ),
  tags: optional(Type.Object({ add: optional(ids), remove: optional(ids) })),
}

export const BulkCreateContactsRequest = model('bulk_create_contacts_request', {
  contacts: contactsOf({
    role: optional(nullable(Type.String())),
    ...contactFields,
    signed_up_at: optional(nullable(IntegerInput())),
    last_seen_at: optional(nullable(IntegerInput())),
  }),
  job,
})

export const BulkUpdateContactsRequest = model('bulk_update_contacts_request', {
  contacts: contactsOf({ id, ...contactFields }),
  job,
})

export const BulkDeleteContactsRequest = model('bulk_delete_contacts_request', {
  contacts: contactsOf({ id }),
  job,
})

export const contactBulk = family({
  create: {
    method: 'POST',
    path: '/contacts/bulk',
    since: 'Preview',
    scope: 'read_write_users',
    summary: 'Create many contacts',
    body: BulkCreateContactsRequest,
    enqueues: true,
    status: 202,
    answer: ContactsBulkJob,
  },
  update: {
    method: 'PUT',
    path: '/contacts/bulk',
    since: 'Preview',
    scope: 'read_write_users',
    summary: 'Change many contacts',
    body: BulkUpdateContactsRequest,
    enqueues: true,
    status: 202,
    answer: ContactsBulkJob,
  },
  delete: {
    method: 'POST',
    path: '/contacts/bulk/delete',
    since: 'Preview',
    scope: 'read_write_users',
    summary: 'Delete many contacts',
    body: BulkDeleteContactsRequest,
    enqueues: true,
    status: 202,
    answer: ContactsBulkJob,
  },
  find: {
    method: 'GET',
    path: '/contacts/bulk/{id}',
    since: 'Preview',
    scope: 'read_write_users',
    summary: 'How a bulk job stands',
    answer: ContactsBulkJob,
  },
})
