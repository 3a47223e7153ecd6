import { ContentBulkActionResponse, ContentSearchResponse } from '../models/content.ts'
import { family } from '../operation.ts'
import { IdInput, IntegerInput, model, optional, Type } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

/** One value, several with commas between, or the parameter several times. */
const listed = optional(Type.Union([Type.String(), Type.Array(Type.String())]))

export const ContentBulkActionRequest = model('content_bulk_action_request', {
  // What is wrong with these is told by the domain, with the status that the API gives it.
  action: Type.String(),
  content_ids: Type.Array(Type.Object({ type: Type.String(), id: IdInput() })),
  availability: optional(
    Type.Object({
      ai_agent: optional(Type.Boolean()),
      copilot: optional(Type.Boolean()),
      sales_agent: optional(Type.Boolean()),
    }),
  ),
  audience: optional(
    Type.Object({
      add_segment_ids: optional(Type.Array(IntegerInput())),
      remove_segment_ids: optional(Type.Array(IntegerInput())),
      remove_all: optional(Type.Boolean()),
    }),
  ),
  tags: optional(
    Type.Object({
      add_tag_ids: optional(Type.Array(IntegerInput())),
      remove_tag_ids: optional(Type.Array(IntegerInput())),
    }),
  ),
})

export const content = family({
  search: {
    method: 'GET',
    path: '/content/search',
    since: '2.16',
    scope: 'read_content',
    summary: 'Content of every kind',
    query: Type.Object({
      ...linkedPageQuery,
      before: optional(Type.String()),
      query: optional(Type.String()),
      states: listed,
      locales: listed,
      tag_ids: listed,
      tag_operator: optional(Type.String()),
      any_tag_ids: listed,
      folder_ids: listed,
      folder_entity_type: optional(Type.String()),
      content_types: listed,
      copilot_state: optional(Type.String()),
      fin_service_state: optional(Type.String()),
      fin_sales_state: optional(Type.String()),
      created_by_ids: listed,
      last_updated_by_ids: listed,
      created_at_after: optional(IntegerInput()),
      created_at_before: optional(IntegerInput()),
      updated_at_after: optional(IntegerInput()),
      updated_at_before: optional(IntegerInput()),
    }),
    answer: ContentSearchResponse,
  },
  bulk: {
    method: 'POST',
    path: '/content/bulk_actions',
    since: '2.16',
    scope: 'write_content',
    summary: 'Change much content at once',
    body: ContentBulkActionRequest,
    status: 202,
    answer: ContentBulkActionResponse,
  },
})
