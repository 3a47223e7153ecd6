import { contentTags } from '@guichet/contract/operations/content-tags.ts'
import { tagContent, untagContent } from '../domain/content-tagging/index.ts'
import { handlers } from './handlers.ts'

export const contentTagRoutes = handlers(contentTags, {
  attachToArticle: ({ tx, actor, params, body }) =>
    tagContent(tx, actor, { type: 'article', id: params.article_id, tagId: body.id, adminId: body.admin_id }),
  detachFromArticle: ({ tx, actor, params }) =>
    untagContent(tx, actor, { type: 'article', id: params.article_id, tagId: params.id }),

  attachToInternalArticle: ({ tx, actor, params, body }) =>
    tagContent(tx, actor, {
      ...{ type: 'internal_article', id: params.internal_article_id },
      ...{ tagId: body.id, adminId: body.admin_id },
    }),
  detachFromInternalArticle: ({ tx, actor, params }) =>
    untagContent(tx, actor, { type: 'internal_article', id: params.internal_article_id, tagId: params.id }),

  attachToSnippet: ({ tx, actor, params, body }) =>
    tagContent(tx, actor, {
      ...{ type: 'content_snippet', id: params.content_snippet_id },
      ...{ tagId: body.id, adminId: body.admin_id },
    }),
  detachFromSnippet: ({ tx, actor, params }) =>
    untagContent(tx, actor, { type: 'content_snippet', id: params.content_snippet_id, tagId: params.id }),
})
