import { Article, ArticleList, ArticleSearchResponse, DeletedArticle } from '../models/article.ts'
import { ArticleVersion, ArticleVersionList } from '../models/article-version.ts'
import { TranslatedContentInput } from '../models/translated-content-input.ts'
import { family } from '../operation.ts'
import {
  BooleanInput,
  IdInput,
  IntegerInput,
  model,
  nullable,
  oneOf,
  optional,
  since,
  Type,
} from '../schema.ts'
import { pageQuery } from './paging.ts'

/** The author may stand in the content of the default locale instead; the domain refuses when it is in neither. */
export const CreateArticleRequest = model('create_article_request', {
  title: Type.String(),
  description: optional(Type.String()),
  body: optional(Type.String()),
  body_markdown: since('2.16', optional(Type.String())),
  author_id: optional(IntegerInput()),
  state: optional(oneOf('published', 'draft')),
  parent_id: optional(IntegerInput()),
  parent_type: optional(Type.String()),
  parent_ids: since('2.16', optional(Type.Array(IntegerInput()))),
  translated_content: optional(nullable(TranslatedContentInput)),
  folder_id: since('Preview', optional(nullable(IntegerInput()))),
  audience_ids: since('2.16', optional(nullable(Type.Array(IntegerInput())))),
  ai_chatbot_availability: since('2.16', optional(Type.Boolean())),
  ai_copilot_availability: since('2.16', optional(Type.Boolean())),
  ai_sales_agent_availability: since('2.16', optional(Type.Boolean())),
  scheduled_publish_at: since('2.16', optional(nullable(Type.String()))),
  scheduled_unpublish_at: since('2.16', optional(nullable(Type.String()))),
})

export const UpdateArticleRequest = model('update_article_request', {
  title: optional(nullable(Type.String())),
  description: optional(nullable(Type.String())),
  body: optional(nullable(Type.String())),
  body_markdown: since('2.16', optional(nullable(Type.String()))),
  author_id: optional(IntegerInput()),
  state: optional(oneOf('published', 'draft')),
  parent_id: optional(IdInput()),
  parent_type: optional(nullable(Type.String())),
  parent_ids: since('2.16', optional(Type.Array(IntegerInput()))),
  translated_content: optional(nullable(TranslatedContentInput)),
  folder_id: since('Preview', optional(nullable(IntegerInput()))),
  audience_ids: since('2.16', optional(nullable(Type.Array(IntegerInput())))),
  ai_chatbot_availability: since('2.16', optional(Type.Boolean())),
  ai_copilot_availability: since('2.16', optional(Type.Boolean())),
  ai_sales_agent_availability: since('2.16', optional(Type.Boolean())),
  scheduled_publish_at: since('2.16', optional(nullable(Type.String()))),
  scheduled_unpublish_at: since('2.16', optional(nullable(Type.String()))),
})

export const PublishArticleDraftRequest = model('publish_article_draft_request', {
  locales: optional(Type.Array(Type.String())),
})

export const articles = family({
  list: {
    method: 'GET',
    path: '/articles',
    scope: 'read_articles_scope',
    summary: 'Articles, page by page',
    query: Type.Object({ ...pageQuery }),
    answer: ArticleList,
  },
  create: {
    method: 'POST',
    path: '/articles',
    scope: 'read_write_articles_scope',
    summary: 'Create an article',
    body: CreateArticleRequest,
    answer: Article,
  },
  search: {
    method: 'GET',
    path: '/articles/search',
    since: '2.10',
    scope: 'read_articles_scope',
    summary: 'Articles by words',
    query: Type.Object({
      ...pageQuery,
      phrase: optional(Type.String()),
      state: optional(Type.String()),
      help_center_id: optional(IntegerInput()),
      highlight: optional(BooleanInput()),
    }),
    answer: ArticleSearchResponse,
  },
  find: {
    method: 'GET',
    path: '/articles/{id}',
    scope: 'read_articles_scope',
    summary: 'One article',
    answer: Article,
  },
  update: {
    method: 'PUT',
    path: '/articles/{id}',
    scope: 'read_write_articles_scope',
    summary: 'Change an article',
    body: UpdateArticleRequest,
    bodyOptional: true,
    answer: Article,
  },
  delete: {
    method: 'DELETE',
    path: '/articles/{id}',
    scope: 'read_write_articles_scope',
    summary: 'Delete an article',
    answer: DeletedArticle,
  },
  findDraft: {
    method: 'GET',
    path: '/articles/{id}/draft',
    since: '2.16',
    scope: 'read_articles_scope',
    summary: 'The draft of an article',
    answer: Article,
  },
  stageDraft: {
    method: 'PUT',
    path: '/articles/{id}/draft',
    since: '2.16',
    scope: 'read_write_articles_scope',
    summary: 'Write the draft of an article',
    body: UpdateArticleRequest,
    bodyOptional: true,
    answer: Article,
  },
  publishDraft: {
    method: 'POST',
    path: '/articles/{id}/draft/publish',
    since: '2.16',
    scope: 'read_write_articles_scope',
    summary: 'Publish the draft of an article',
    body: PublishArticleDraftRequest,
    bodyOptional: true,
    answer: Article,
  },
  listVersions: {
    method: 'GET',
    path: '/articles/{article_id}/versions',
    since: '2.16',
    scope: 'read_articles_scope',
    summary: 'Versions of an article',
    query: Type.Object({ ...pageQuery, locale: optional(Type.String()) }),
    answer: ArticleVersionList,
  },
  findVersion: {
    method: 'GET',
    path: '/articles/{article_id}/versions/{id}',
    since: '2.16',
    scope: 'read_articles_scope',
    summary: 'One version of an article',
    query: Type.Object({ locale: optional(Type.String()) }),
    answer: ArticleVersion,
  },
})
