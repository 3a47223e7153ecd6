import { AppliedTag } from '../models/tag.ts'
import { family } from '../operation.ts'
import { IdInput, model, nullable, optional } from '../schema.ts'

export const TagContentRequest = model('tag_content_request', {
  id: IdInput(),
  admin_id: optional(nullable(IdInput())),
})

export const contentTags = family({
  attachToArticle: {
    method: 'POST',
    path: '/articles/{article_id}/tags',
    since: '2.16',
    scope: 'read_write_articles_scope',
    summary: 'Tag an article',
    body: TagContentRequest,
    answer: AppliedTag,
  },
  detachFromArticle: {
    method: 'DELETE',
    path: '/articles/{article_id}/tags/{id}',
    since: '2.16',
    scope: 'read_write_articles_scope',
    summary: 'Untag an article',
    answer: AppliedTag,
  },
  attachToInternalArticle: {
    method: 'POST',
    path: '/internal_articles/{internal_article_id}/tags',
    since: '2.16',
    scope: 'read_write_articles_scope',
    summary: 'Tag an internal article',
    body: TagContentRequest,
    answer: AppliedTag,
  },
  detachFromInternalArticle: {
    method: 'DELETE',
    path: '/internal_articles/{internal_article_id}/tags/{id}',
    since: '2.16',
    scope: 'read_write_articles_scope',
    summary: 'Untag an internal article',
    answer: AppliedTag,
  },
  attachToSnippet: {
    method: 'POST',
    path: '/content_snippets/{content_snippet_id}/tags',
    since: '2.16',
    scope: 'read_write_content_snippets',
    summary: 'Tag a content snippet',
    body: TagContentRequest,
    answer: AppliedTag,
  },
  detachFromSnippet: {
    method: 'DELETE',
    path: '/content_snippets/{content_snippet_id}/tags/{id}',
    since: '2.16',
    scope: 'read_write_content_snippets',
    summary: 'Untag a content snippet',
    answer: AppliedTag,
  },
})
