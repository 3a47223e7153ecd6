import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

export const ArticleVersion = model('article_version', {
  type: Type.Literal('article_version'),
  id: Type.String(),
  article_id: Type.String(),
  title: Type.String(),
  description: nullable(Type.String()),
  body: nullable(Type.String()),
  body_markdown: nullable(Type.String()),
  author_id: Type.String(),
  created_by_id: nullable(Type.String()),
  created_via: Type.String(),
  from_version_id: nullable(Type.String()),
  state: oneOf('published', 'draft'),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const ArticleVersionSummary = model('article_version_summary', {
  type: Type.Literal('article_version'),
  id: Type.String(),
  article_id: Type.String(),
  title: Type.String(),
  description: nullable(Type.String()),
  author_id: Type.String(),
  created_by_id: nullable(Type.String()),
  created_via: Type.String(),
  from_version_id: nullable(Type.String()),
  state: oneOf('published', 'draft'),
  created_at: Timestamp(),
})

export const ArticleVersionList = pageOf('article_version_list', ArticleVersionSummary)
