import { AppliedTag, AppliedTagList, Tag, TagCreated, TagList } from '../models/tag.ts'
import { family } from '../operation.ts'
import { IdInput, model, nullable, optional, Type } from '../schema.ts'

/** Of either kind, in one request. */
const MOST_TAGGED = 5000

/** Creates, renames, tags or untags: which one follows from the fields that are there. */
export const CreateTagRequest = model('create_tag_request', {
  id: optional(nullable(IdInput())),
  name: optional(nullable(Type.String())),
  companies: optional(
    nullable(
      Type.Array(
        Type.Object({
          id: optional(IdInput()),
          company_id: optional(IdInput()),
          untag: optional(Type.Boolean()),
        }),
        { maxItems: MOST_TAGGED },
      ),
    ),
  ),
  users: optional(
    nullable(
      Type.Array(Type.Object({ id: optional(IdInput()), untag: optional(Type.Boolean()) }), {
        maxItems: MOST_TAGGED,
      }),
    ),
  ),
})

export const TagContactRequest = model('tag_contact_request', { id: IdInput() })

export const TagByAdminRequest = model('tag_by_admin_request', { id: IdInput(), admin_id: IdInput() })

export const UntagByAdminRequest = model('untag_by_admin_request', { admin_id: IdInput() })

export const tags = family({
  list: {
    method: 'GET',
    path: '/tags',
    scope: 'read_tags',
    summary: 'All tags',
    answer: TagList,
  },
  find: {
    method: 'GET',
    path: '/tags/{id}',
    scope: 'read_tags',
    summary: 'One tag',
    answer: Tag,
  },
  create: {
    method: 'POST',
    path: '/tags',
    scope: 'write_tags',
    summary: 'Create, rename, tag or untag',
    body: CreateTagRequest,
    bodyOptional: true,
    answer: TagCreated,
  },
  delete: {
    method: 'DELETE',
    path: '/tags/{id}',
    scope: 'write_tags',
    summary: 'Delete a tag',
  },
  listForContact: {
    method: 'GET',
    path: '/contacts/{contact_id}/tags',
    scope: 'read_tags',
    summary: 'Tags of a contact',
    answer: AppliedTagList,
  },
  attachToContact: {
    method: 'POST',
    path: '/contacts/{contact_id}/tags',
    scope: 'write_tags',
    summary: 'Tag a contact',
    body: TagContactRequest,
    answer: AppliedTag,
  },
  detachFromContact: {
    method: 'DELETE',
    path: '/contacts/{contact_id}/tags/{id}',
    scope: 'write_tags',
    summary: 'Untag a contact',
    answer: AppliedTag,
  },
  attachToConversation: {
    method: 'POST',
    path: '/conversations/{conversation_id}/tags',
    scope: 'write_tags',
    summary: 'Tag a conversation',
    body: TagByAdminRequest,
    answer: AppliedTag,
  },
  detachFromConversation: {
    method: 'DELETE',
    path: '/conversations/{conversation_id}/tags/{id}',
    scope: 'write_tags',
    summary: 'Untag a conversation',
    body: UntagByAdminRequest,
    answer: AppliedTag,
  },
  attachToTicket: {
    method: 'POST',
    path: '/tickets/{ticket_id}/tags',
    since: '2.10',
    scope: 'write_tags',
    summary: 'Tag a ticket',
    body: TagByAdminRequest,
    answer: AppliedTag,
  },
  detachFromTicket: {
    method: 'DELETE',
    path: '/tickets/{ticket_id}/tags/{id}',
    since: '2.10',
    scope: 'write_tags',
    summary: 'Untag a ticket',
    body: UntagByAdminRequest,
    answer: AppliedTag,
  },
})
