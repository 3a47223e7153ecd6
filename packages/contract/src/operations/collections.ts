import { Collection, CollectionList, DeletedCollection } from '../models/collection.ts'
import { TranslatedContentInput } from '../models/translated-content-input.ts'
import { family } from '../operation.ts'
import { IdInput, IntegerInput, model, nullable, optional, since, Type, texts } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const CreateCollectionRequest = model('create_collection_request', {
  name: texts(Type.String(), { missing: 'Name is a required parameter.' }),
  description: optional(Type.String()),
  translated_content: optional(nullable(TranslatedContentInput)),
  parent_id: since('2.10', optional(nullable(IdInput()))),
  help_center_id: optional(nullable(IntegerInput())),
})

export const UpdateCollectionRequest = model('update_collection_request', {
  name: optional(nullable(Type.String())),
  description: optional(nullable(Type.String())),
  translated_content: optional(nullable(TranslatedContentInput)),
  parent_id: since('2.10', optional(nullable(IdInput()))),
})

export const collections = family({
  list: {
    method: 'GET',
    path: '/help_center/collections',
    scope: 'read_articles_scope',
    summary: 'Collections, page by page',
    query: Type.Object({ ...linkedPageQuery }),
    answer: CollectionList,
  },
  create: {
    method: 'POST',
    path: '/help_center/collections',
    scope: 'read_write_articles_scope',
    summary: 'Create a collection',
    body: CreateCollectionRequest,
    answer: Collection,
  },
  find: {
    method: 'GET',
    path: '/help_center/collections/{id}',
    scope: 'read_articles_scope',
    summary: 'One collection',
    answer: Collection,
  },
  update: {
    method: 'PUT',
    path: '/help_center/collections/{id}',
    scope: 'read_write_articles_scope',
    summary: 'Change a collection',
    body: UpdateCollectionRequest,
    bodyOptional: true,
    answer: Collection,
  },
  delete: {
    method: 'DELETE',
    path: '/help_center/collections/{id}',
    scope: 'read_write_articles_scope',
    summary: 'Delete a collection',
    answer: DeletedCollection,
  },
})
