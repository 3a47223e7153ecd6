import { errors } from '../errors.ts'
import { ContactsBulkJob } from '../models/bulk-job.ts'
import { family } from '../operation.ts'
import { Dictionary, IdInput, IntegerInput, model, nullable, optional, Type } from '../schema.ts'
import { BEGINS_JOB, bulkJob, bulkOf } from './bulk.ts'

const { id, many } = bulkOf({
  missing: errors.bulkContactsMissing,
  notArray: errors.bulkContactsNotArray,
  notObject: errors.bulkContactNotObject,
  withoutId: errors.bulkContactWithoutId,
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
  contacts: many({
    role: optional(nullable(Type.String())),
    ...contactFields,
    signed_up_at: optional(nullable(IntegerInput())),
    last_seen_at: optional(nullable(IntegerInput())),
  }),
  job: bulkJob,
})

export const BulkUpdateContactsRequest = model('bulk_update_contacts_request', {
  contacts: many({ id, ...contactFields }),
  job: bulkJob,
})

export const BulkDeleteContactsRequest = model('bulk_delete_contacts_request', {
  contacts: many({ id }),
  job: bulkJob,
})

export const contactBulk = family({
  create: {
    method: 'POST',
    path: '/contacts/bulk',
    ...BEGINS_JOB,
    summary: 'Create many contacts',
    body: BulkCreateContactsRequest,
    answer: ContactsBulkJob,
  },
  update: {
    method: 'PUT',
    path: '/contacts/bulk',
    ...BEGINS_JOB,
    summary: 'Change many contacts',
    body: BulkUpdateContactsRequest,
    answer: ContactsBulkJob,
  },
  delete: {
    method: 'POST',
    path: '/contacts/bulk/delete',
    ...BEGINS_JOB,
    summary: 'Delete many contacts',
    body: BulkDeleteContactsRequest,
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
