import {
  ArticleEditing,
  ArticleSaved,
  HelpSearchList,
  InternalArticleEditing,
  InternalArticleSaved,
  InternalVersion,
  InternalVersionList,
  KeptImage,
  KnowledgeTree,
} from '../../models/knowledge.ts'
import { family } from '../../operation.ts'
import { BooleanInput, IdInput, IntegerInput, model, nullable, optional, Type } from '../../schema.ts'

const reading = { access: 'session', scope: 'read_articles_scope' } as const
const writing = { access: 'session', scope: 'read_write_articles_scope' } as const

export const SaveArticleTextRequest = model('save_article_text_request', {
  title: Type.String(),
  description: Type.String(),
  body: Type.String(),
  author_id: optional(IdInput()),
  /** The revision that the text was made from. */
  revision: Type.String(),
})

export const SaveInternalTextRequest = model('save_internal_text_request', {
  title: Type.String(),
  body: Type.String(),
  /** The revision that the text was made from. */
  revision: Type.String(),
})

export const PlaceCollectionRequest = model('place_collection_request', {
  parent_id: nullable(IdInput()),
  /** The sibling it stands before; the last without one. */
  before_id: optional(nullable(IdInput())),
})

export const PlaceArticleRequest = model('place_article_request', {
  /** The collection it leaves, where it leaves one. */
  from_id: optional(nullable(IdInput())),
  /** The collection it goes to; none where it only leaves. */
  collection_id: nullable(IdInput()),
  before_id: optional(nullable(IdInput())),
})

export const KeepImageRequest = model('keep_image_request', {
  name: Type.String(),
  /** In base64. */
  data: Type.String(),
})

const locale = { locale: Type.String() }

/** What the pages of knowledge need and no published operation does. */
export const knowledge = family({
  tree: {
    ...reading,
    method: 'GET',
    path: '/app/api/knowledge/tree',
    summary: 'Every collection and article, in their order',
    answer: KnowledgeTree,
  },
  edit: {
    ...reading,
    method: 'GET',
    path: '/app/api/knowledge/articles/{id}',
    summary: 'An article as its writers see it, in every language',
    answer: ArticleEditing,
  },
  save: {
    ...writing,
    method: 'PUT',
    path: '/app/api/knowledge/articles/{id}/text',
    summary: 'Keep what was written; readers see it once it is published',
    query: Type.Object(locale),
    body: SaveArticleTextRequest,
    answer: ArticleSaved,
  },
  discard: {
    ...writing,
    method: 'DELETE',
    path: '/app/api/knowledge/articles/{id}/text',
    summary: 'Let go of changes that were not published',
    query: Type.Object(locale),
    answer: ArticleEditing,
  },
  editInternal: {
    ...reading,
    method: 'GET',
    path: '/app/api/knowledge/internal_articles/{id}',
    summary: 'An internal article as its writers see it',
    answer: InternalArticleEditing,
  },
  saveInternal: {
    ...writing,
    method: 'PUT',
    path: '/app/api/knowledge/internal_articles/{id}/text',
    summary: 'Keep what was written; teammates read it at once',
    body: SaveInternalTextRequest,
    answer: InternalArticleSaved,
  },
  internalVersions: {
    ...reading,
    method: 'GET',
    path: '/app/api/knowledge/internal_articles/{id}/versions',
    summary: 'The texts an internal article has had',
    answer: InternalVersionList,
  },
  findInternalVersion: {
    ...reading,
    method: 'GET',
    path: '/app/api/knowledge/internal_articles/{id}/versions/{version_id}',
    summary: 'One text an internal article has had',
    answer: InternalVersion,
  },
  placeArticle: {
    ...writing,
    method: 'PUT',
    path: '/app/api/knowledge/articles/{id}/place',
    summary: 'Put an article into a collection, at a place of its own',
    body: PlaceArticleRequest,
    status: 204,
  },
  placeCollection: {
    ...writing,
    method: 'PUT',
    path: '/app/api/knowledge/collections/{id}/place',
    summary: 'Put a collection under another, at a place of its own',
    body: PlaceCollectionRequest,
    status: 204,
  },
  keepImage: {
    ...writing,
    method: 'POST',
    path: '/app/api/knowledge/images',
    summary: 'Keep a picture for a text',
    body: KeepImageRequest,
    maxBody: 16 * 1024 * 1024,
    answer: KeptImage,
  },
  searches: {
    ...reading,
    method: 'GET',
    path: '/app/api/knowledge/searches',
    summary: 'What readers looked for, and what of it no article answered',
    query: Type.Object({
      /** How many days back. */
      days: optional(IntegerInput()),
      /** Only what found nothing. */
      unanswered: optional(BooleanInput()),
    }),
    answer: HelpSearchList,
  },
})
