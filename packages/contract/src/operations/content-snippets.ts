import { ContentSnippet, ContentSnippetList } from '../models/content-snippet.ts'
import { family } from '../operation.ts'
import { Dictionary, IntegerInput, model, nullable, optional, Type } from '../schema.ts'
import { pageQuery } from './paging.ts'

export const ContentSnippetCreateRequest = model('content_snippet_create_request', {
  title: Type.String(),
  json_blocks: optional(Type.Array(Dictionary())),
  body_markdown: optional(Type.String()),
  locale: optional(Type.String()),
  audience_ids: optional(nullable(Type.Array(IntegerInput()))),
  ai_chatbot_availability: optional(Type.Boolean()),
  ai_copilot_availability: optional(Type.Boolean()),
  ai_sales_agent_availability: optional(Type.Boolean()),
})

export const ContentSnippetUpdateRequest = model('content_snippet_update_request', {
  title: optional(Type.String()),
  json_blocks: optional(Type.Array(Dictionary())),
  body_markdown: optional(Type.String()),
  locale: optional(Type.String()),
  audience_ids: optional(nullable(Type.Array(IntegerInput()))),
  ai_chatbot_availability: optional(Type.Boolean()),
  ai_copilot_availability: optional(Type.Boolean()),
  ai_sales_agent_availability: optional(Type.Boolean()),
})

export const contentSnippets = family({
  list: {
    method: 'GET',
    path: '/content_snippets',
    since: '2.16',
    scope: 'read_content',
    summary: 'Snippets, page by page',
    query: Type.Object({ ...pageQuery }),
    answer: ContentSnippetList,
  },
  create: {
    method: 'POST',
    path: '/content_snippets',
    since: '2.16',
    scope: 'read_write_content_snippets',
    summary: 'Create a snippet',
    body: ContentSnippetCreateRequest,
    status: 201,
    answer: ContentSnippet,
  },
  find: {
    method: 'GET',
    path: '/content_snippets/{id}',
    since: '2.16',
    scope: 'read_content',
    summary: 'One snippet',
    answer: ContentSnippet,
  },
  update: {
    method: 'PUT',
    path: '/content_snippets/{id}',
    since: '2.16',
    scope: 'read_write_content_snippets',
    summary: 'Change a snippet',
    body: ContentSnippetUpdateRequest,
    bodyOptional: true,
    answer: ContentSnippet,
  },
  delete: {
    method: 'DELETE',
    path: '/content_snippets/{id}',
    since: '2.16',
    scope: 'read_write_content_snippets',
    summary: 'Delete a snippet',
    status: 204,
  },
})
