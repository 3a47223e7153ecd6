import {
  DeletedInternalArticle,
  InternalArticle,
  InternalArticleList,
  InternalArticleSearchResponse,
} from '../models/internal-article.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, nullable, optional, since, Type, texts } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

export const CreateInternalArticleRequest = model('create_internal_article_request', {
  title: Type.String(),
  body: optional(Type.String()),
  body_markdown: since('2.16', optional(Type.String())),
  author_id: texts(IntegerInput(), {
    missing: 'author_id must be in the main body or default locale translated_content object',
  }),
  owner_id: texts(IntegerInput(), { missing: 'owner_id is a required parameter.' }),
  folder_id: since('Preview', optional(nullable(IntegerInput()))),
  audience_ids: since('2.16', optional(nullable(Type.Array(IntegerInput())))),
  ai_chatbot_availability: since('2.16', optional(Type.Boolean())),
  ai_copilot_availability: since('2.16', optional(Type.Boolean())),
  ai_sales_agent_availability: since('2.16', optional(Type.Boolean())),
})

export const UpdateInternalArticleRequest = model('update_internal_article_request', {
  title: optional(nullable(Type.String())),
  body: optional(nullable(Type.String())),
  body_markdown: since('2.16', optional(nullable(Type.String()))),
  author_id: optional(IntegerInput()),
  owner_id: optional(IntegerInput()),
  folder_id: since('Preview', optional(nullable(IntegerInput()))),
  audience_ids: since('2.16', optional(nullable(Type.Array(IntegerInput())))),
  ai_chatbot_availability: since('2.16', optional(Type.Boolean())),
  ai_copilot_availability: since('2.16', optional(Type.Boolean())),
  ai_sales_agent_availability: since('2.16', optional(Type.Boolean())),
})

export const internalArticles = family({
  list: {
    method: 'GET',
    path: '/internal_articles',
    since: '2.13',
    scope: 'read_articles_scope',
    summary: 'Internal articles, page by page',
    query: Type.Object({ ...linkedPageQuery }),
    answer: InternalArticleList,
  },
  create: {
    method: 'POST',
    path: '/internal_articles',
    since: '2.13',
    scope: 'read_write_articles_scope',
    summary: 'Create an internal article',
    body: CreateInternalArticleRequest,
    answer: InternalArticle,
  },
  search: {
    method: 'GET',
    path: '/internal_articles/search',
    since: '2.13',
    scope: 'read_articles_scope',
    summary: 'Internal articles of a folder',
    query: Type.Object({ ...linkedPageQuery, folder_id: optional(IntegerInput()) }),
    answer: InternalArticleSearchResponse,
  },
  find: {
    method: 'GET',
    path: '/internal_articles/{id}',
    since: '2.13',
    scope: 'read_articles_scope',
    summary: 'One internal article',
    answer: InternalArticle,
  },
  update: {
    method: 'PUT',
    path: '/internal_articles/{id}',
    since: '2.13',
    scope: 'read_write_articles_scope',
    summary: 'Change an internal article',
    body: UpdateInternalArticleRequest,
    bodyOptional: true,
    answer: InternalArticle,
  },
  delete: {
    method: 'DELETE',
    path: '/internal_articles/{id}',
    since: '2.13',
    scope: 'read_write_articles_scope',
    summary: 'Delete an internal article',
    answer: DeletedInternalArticle,
  },
})
