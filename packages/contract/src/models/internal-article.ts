import { model, nullable, optional, since, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'
import { PageLinks } from './pages.ts'
import { AppliedTags } from './tag.ts'

export const InternalArticle = model('internal_article', {
  type: optional(Type.Literal('internal_article')),
  id: Type.String(),
  title: optional(Type.String()),
  body: nullable(Type.String()),
  body_markdown: since('2.16', optional(nullable(Type.String()))),
  owner_id: Type.Integer(),
  author_id: Type.Integer(),
  created_at: optional(Timestamp()),
  updated_at: optional(Timestamp()),
  locale: Type.String(),
  folder_id: since('Preview', optional(nullable(Type.Integer()))),
  audience_ids: since('2.16', optional(nullable(Type.Array(Type.Integer())))),
  ai_chatbot_availability: since('2.16', optional(Type.Boolean())),
  ai_copilot_availability: since('2.16', optional(Type.Boolean())),
  ai_sales_agent_availability: since('2.16', optional(Type.Boolean())),
  tags: since('Preview', optional(AppliedTags)),
})

export const InternalArticleList = pageOf('internal_article_list', InternalArticle)

export const InternalArticleSearchResponse = model('internal_article_search_response', {
  type: Type.Literal('list'),
  total_count: Type.Integer(),
  data: Type.Object({ internal_articles: Type.Array(InternalArticle) }),
  pages: PageLinks,
})

export const DeletedInternalArticle = model('deleted_internal_article_object', {
  id: Type.String(),
  object: Type.Literal('internal_article'),
  deleted: Type.Boolean(),
})
