import { ContentImportSource, ContentImportSourceList } from '../models/content-import-source.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, nullable, oneOf, optional, since, Type } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const CreateContentImportSourceRequest = model('create_content_import_source_request', {
  sync_behavior: oneOf('api'),
  status: optional(oneOf('active', 'deactivated')),
  url: Type.String(),
  audience_ids: since('2.15', optional(nullable(Type.Union([IntegerInput(), Type.Array(IntegerInput())])))),
})

export const UpdateContentImportSourceRequest = model('update_content_import_source_request', {
  sync_behavior: oneOf('api', 'automated', 'manual'),
  status: optional(oneOf('active', 'deactivated')),
  url: Type.String(),
  audience_ids: since('2.15', optional(nullable(Type.Union([IntegerInput(), Type.Array(IntegerInput())])))),
  apply_audience_to_existing_content: since('2.15', optional(Type.Boolean())),
})

export const contentImportSources = family({
  list: {
    method: 'GET',
    path: '/ai/content_import_sources',
    since: '2.12',
    scope: 'read_content',
    summary: 'Import sources, page by page',
    query: Type.Object({ ...linkedPageQuery }),
    answer: ContentImportSourceList,
  },
  create: {
    method: 'POST',
    path: '/ai/content_import_sources',
    since: '2.12',
    scope: 'write_content',
    summary: 'Create an import source',
    body: CreateContentImportSourceRequest,
    answer: ContentImportSource,
  },
  find: {
    method: 'GET',
    path: '/ai/content_import_sources/{id}',
    since: '2.12',
    scope: 'read_content',
    summary: 'One import source',
    answer: ContentImportSource,
  },
  update: {
    method: 'PUT',
    path: '/ai/content_import_sources/{id}',
    since: '2.12',
    scope: 'write_content',
    summary: 'Change an import source',
    body: UpdateContentImportSourceRequest,
    answer: ContentImportSource,
  },
  delete: {
    method: 'DELETE',
    path: '/ai/content_import_sources/{id}',
    since: '2.12',
    scope: 'write_content',
    summary: 'Delete a source with its pages',
    status: 204,
  },
})
