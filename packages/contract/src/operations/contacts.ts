import { Contact, ContactArchived, ContactBlocked, ContactDeleted, ContactList } from '../models/contact.ts'
import { SearchRequest } from '../models/search-request.ts'
import { family } from '../operation.ts'
import {
  BooleanInput,
  Dictionary,
  IdInput,
  IntegerInput,
  model,
  nullable,
  optional,
  since,
  Type,
} from '../schema.ts'
import { cursorQuery } from './paging.ts'

/** An avatar comes as a URL or as the object an answer carries. */
const AvatarInput = Type.Union([
  Type.String(),
  Type.Object({ type: optional(Type.String()), image_url: optional(nullable(Type.String())) }),
])

export const CreateContactRequest = model('create_contact_request', {
  role: optional(nullable(Type.String())),
  external_id: optional(nullable(IdInput())),
  email: optional(nullable(Type.String())),
  email_verified: since('2.16', optional(nullable(Type.Boolean()))),
  phone: optional(nullable(Type.String())),
  name: optional(nullable(Type.String())),
  avatar: optional(nullable(AvatarInput)),
  signed_up_at: optional(nullable(IntegerInput())),
  last_seen_at: optional(nullable(IntegerInput())),
  owner_id: optional(nullable(IdInput())),
  unsubscribed_from_emails: optional(nullable(Type.Boolean())),
  language_override: since('Preview', optional(nullable(Type.String()))),
  custom_attributes: optional(nullable(Dictionary())),
})

export const MergeContactsRequest = model('merge_contacts_request', {
  from: IdInput(),
  into: IdInput(),
  skip_duplicate_validation: since('2.16', optional(Type.Boolean())),
})

export const UpdateContactRequest = model('update_contact_request', {
  ...CreateContactRequest.properties,
})

export const contacts = family({
  list: {
    method: 'GET',
    path: '/contacts',
    scope: 'read_users_and_companies',
    summary: 'Contacts, page by page',
    query: Type.Object({ ...cursorQuery, include_merge_history: since('2.16', optional(BooleanInput())) }),
    answer: ContactList,
  },
  create: {
    method: 'POST',
    path: '/contacts',
    scope: 'read_write_users',
    summary: 'Create a user or lead',
    body: CreateContactRequest,
    bodyOptional: true,
    answer: Contact,
  },
  search: {
    method: 'POST',
    path: '/contacts/search',
    scope: 'read_users_and_companies',
    summary: 'Contacts by query',
    reads: true,
    query: Type.Object({ include_merge_history: since('2.16', optional(BooleanInput())) }),
    body: SearchRequest,
    answer: ContactList,
  },
  merge: {
    method: 'POST',
    path: '/contacts/merge',
    scope: 'read_write_users',
    summary: 'Merge a lead into a user',
    query: Type.Object({ include_merge_history: since('2.16', optional(BooleanInput())) }),
    body: MergeContactsRequest,
    answer: Contact,
  },
  find: {
    method: 'GET',
    path: '/contacts/{id}',
    asOf: true,
    scope: 'read_users_and_companies',
    summary: 'One contact',
    query: Type.Object({ include_merge_history: since('2.16', optional(BooleanInput())) }),
    answer: Contact,
  },
  findByExternalId: {
    method: 'GET',
    path: '/contacts/find_by_external_id/{external_id}',
    asOf: true,
    since: '2.13',
    scope: 'read_users_and_companies',
    summary: 'One user by external id',
    query: Type.Object({ include_merge_history: since('2.16', optional(BooleanInput())) }),
    answer: Contact,
  },
  update: {
    method: 'PUT',
    path: '/contacts/{id}',
    scope: 'read_write_users',
    summary: 'Change a contact',
    query: Type.Object({ include_merge_history: since('2.16', optional(BooleanInput())) }),
    body: UpdateContactRequest,
    bodyOptional: true,
    answer: Contact,
  },
  delete: {
    method: 'DELETE',
    path: '/contacts/{id}',
    scope: 'read_write_users',
    summary: 'Delete a contact for good',
    answer: ContactDeleted,
  },
  archive: {
    method: 'POST',
    path: '/contacts/{id}/archive',
    scope: 'read_write_users',
    summary: 'Archive a contact',
    answer: ContactArchived,
  },
  unarchive: {
    method: 'POST',
    path: '/contacts/{id}/unarchive',
    scope: 'read_write_users',
    summary: 'Bring a contact back',
    answer: ContactArchived,
  },
  block: {
    method: 'POST',
    path: '/contacts/{id}/block',
    since: '2.13',
    scope: 'read_write_users',
    summary: 'Block a contact',
    answer: ContactBlocked,
  },
})
