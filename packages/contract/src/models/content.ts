import { model, nullable, oneOf, Type } from '../schema.ts'

export const ContentBulkActionResponse = model('content_bulk_action_response', {
  type: Type.Literal('content_bulk_action'),
  status: Type.String(),
})

export const ContentSearchArticleContentItem = model('content_search_article_content_item', {
  type: Type.Literal('article_content'),
  id: Type.String(),
  title: Type.String(),
  locale: Type.String(),
})

export const ContentSearchArticleItem = model('content_search_article_item', {
  type: Type.Literal('article'),
  id: Type.String(),
  title: Type.String(),
  contents: Type.Array(ContentSearchArticleContentItem),
})

export const ContentSearchDefaultItem = model('content_search_default_item', {
  type: oneOf('content_snippet', 'external_content', 'file_source_content', 'internal_article'),
  id: Type.String(),
  title: Type.String(),
})

export const ContentSearchResponse = model('content_search_response', {
  type: Type.Literal('list'),
  total_count: Type.Integer(),
  pages: Type.Object({
    type: Type.Literal('pages'),
    page: Type.Integer(),
    per_page: Type.Integer(),
    total_pages: Type.Integer(),
    next: nullable(Type.String()),
    prev: nullable(Type.String()),
  }),
  data: Type.Array(Type.Union([ContentSearchArticleItem, ContentSearchDefaultItem])),
})
