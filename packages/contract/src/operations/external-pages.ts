import { ExternalPage, ExternalPageList } from '../models/external-page.ts'
import { family } from '../operation.ts'
import { IdInput, IntegerInput, model, oneOf, optional, since, Type } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const CreateExternalPageRequest = model('create_external_page_request', {
  title: Type.String(),
  html: Type.String(),
  url: optional(Type.String()),
  ai_agent_availability: optional(Type.Boolean()),
  ai_copilot_availability: optional(Type.Boolean()),
  ai_sales_agent_availability: since('Preview', optional(Type.Boolean())),
  locale: oneOf('en'),
  source_id: IntegerInput(),
  external_id: IdInput(),
})

export const UpdateExternalPageRequest = model('update_external_page_request', {
  title: Type.String(),
  html: Type.String(),
  url: Type.String(),
  ai_agent_availability: since('Preview', optional(Type.Boolean())),
  ai_copilot_availability: since('Preview', optional(Type.Boolean())),
  ai_sales_agent_availability: since('Preview', optional(Type.Boolean())),
  fin_availability: optional(Type.Boolean()),
  locale: oneOf('en'),
  source_id: IntegerInput(),
  external_id: optional(IdInput()),
})

export const externalPages = family({
  list: {
    method: 'GET',
    path: '/ai/external_pages',
    since: '2.12',
    scope: 'read_content',
    summary: 'External pages, page by page',
    query: Type.Object({ ...linkedPageQuery }),
    answer: ExternalPageList,
  },
  save: {
    method: 'POST',
    path: '/ai/external_pages',
    since: '2.12',
    scope: 'write_content',
    summary: 'Create or change an external page',
    body: CreateExternalPageRequest,
    answer: ExternalPage,
  },
  find: {
    method: 'GET',
    path: '/ai/external_pages/{id}',
    since: '2.12',
    scope: 'read_content',
    summary: 'One external page',
    answer: ExternalPage,
  },
  update: {
    method: 'PUT',
    path: '/ai/external_pages/{id}',
    since: '2.12',
    scope: 'write_content',
    summary: 'Change an external page',
    body: UpdateExternalPageRequest,
    answer: ExternalPage,
  },
  delete: {
    method: 'DELETE',
    path: '/ai/external_pages/{id}',
    since: '2.12',
    scope: 'write_content',
    summary: 'Delete an external page',
    answer: ExternalPage,
  },
})
