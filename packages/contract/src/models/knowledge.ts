import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'
import { ArticleStatistics } from './article.ts'
import { listOf } from './list.ts'

const state = () => oneOf('published', 'draft')

/** A help center as the pages of knowledge need it. */
export const KnowledgeSite = model('knowledge_site', {
  id: Type.String(),
  name: Type.String(),
  default: Type.Boolean(),
  default_locale: Type.String(),
  locales: Type.Array(Type.String()),
  url: Type.String(),
  website_turned_on: Type.Boolean(),
})

export const KnowledgeShelf = model('knowledge_shelf', {
  id: Type.String(),
  help_center_id: Type.String(),
  parent_id: nullable(Type.String()),
  /** In the default language of its help center. */
  name: Type.String(),
  description: Type.String(),
  locales: Type.Array(Type.String()),
})

export const KnowledgeLeaf = model('knowledge_leaf', {
  id: Type.String(),
  title: Type.String(),
  /** The collections it is in, the first being its home. */
  collection_ids: Type.Array(Type.String()),
  languages: Type.Array(
    Type.Object({
      locale: Type.String(),
      state: state(),
      has_unpublished_changes: Type.Boolean(),
      title: Type.String(),
    }),
  ),
  author_id: Type.String(),
  updated_at: Timestamp(),
  views: Type.Integer(),
  scheduled_publish_at: nullable(Timestamp()),
  scheduled_unpublish_at: nullable(Timestamp()),
})

/** Everything there is to read, in its order, without the texts. Collections and what is in each stand as they are shown. */
export const KnowledgeTree = model('knowledge_tree', {
  type: Type.Literal('knowledge_tree'),
  sites: Type.Array(KnowledgeSite),
  collections: Type.Array(KnowledgeShelf),
  articles: Type.Array(KnowledgeLeaf),
  /** The articles of each collection, in their order. */
  places: Type.Array(Type.Object({ collection_id: Type.String(), article_ids: Type.Array(Type.String()) })),
})

const Who = Type.Object({ id: Type.String(), name: nullable(Type.String()) })

/** A language of an article as its writers see it: with what waits to be published. */
export const ArticleText = model('article_text', {
  locale: Type.String(),
  state: state(),
  title: Type.String(),
  description: Type.String(),
  body: Type.String(),
  author_id: Type.String(),
  /** Changes with every change of the text: what somebody's own changes were made to. */
  revision: Type.String(),
  has_unpublished_changes: Type.Boolean(),
  first_published_at: nullable(Timestamp()),
  saved_at: Timestamp(),
  saved_by: nullable(Who),
  /** Where readers find it, once it is published. */
  url: nullable(Type.String()),
})

export const ArticleEditing = model('article_editing', {
  type: Type.Literal('article_editing'),
  id: Type.String(),
  site: KnowledgeSite,
  collection_ids: Type.Array(Type.String()),
  tags: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  audience_ids: Type.Array(Type.String()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  scheduled_publish_at: nullable(Timestamp()),
  scheduled_unpublish_at: nullable(Timestamp()),
  statistics: ArticleStatistics,
  languages: Type.Array(ArticleText),
})

/** What became of a text that was sent: it is the text now, or it is kept as a version beside what somebody else wrote meanwhile. */
export const ArticleSaved = model('article_saved', {
  type: Type.Literal('article_saved'),
  outcome: oneOf('saved', 'kept_aside'),
  /** The version that holds what was sent. */
  version_id: Type.String(),
  /** The text as it stands. */
  text: ArticleText,
})

/** The text of an internal article, which is read as soon as it is saved. */
export const InternalText = model('internal_text', {
  title: Type.String(),
  body: Type.String(),
  /** As that of an article's text. */
  revision: Type.String(),
  saved_at: Timestamp(),
  saved_by: nullable(Who),
})

export const InternalArticleEditing = model('internal_article_editing', {
  type: Type.Literal('internal_article_editing'),
  id: Type.String(),
  text: InternalText,
})

/** As that of an article. */
export const InternalArticleSaved = model('internal_article_saved', {
  type: Type.Literal('internal_article_saved'),
  outcome: oneOf('saved', 'kept_aside'),
  version_id: Type.String(),
  text: InternalText,
})

const internalVersion = {
  type: Type.Literal('internal_article_version'),
  id: Type.String(),
  title: Type.String(),
  created_by_id: nullable(Type.String()),
  created_via: Type.String(),
  /** Whether it is the text that is read now. */
  current: Type.Boolean(),
  created_at: Timestamp(),
}

/** The newest hundred texts an internal article has had, the newest first. */
export const InternalVersionList = model('internal_version_list', {
  type: Type.Literal('list'),
  data: Type.Array(Type.Object(internalVersion)),
})

export const InternalVersion = model('internal_version', { ...internalVersion, body: Type.String() })

export const KeptImage = model('kept_image', { type: Type.Literal('image'), url: Type.String() })

/** What readers looked for, in their words, without who they were. */
export const HelpSearch = model('help_search', {
  phrase: Type.String(),
  locale: Type.String(),
  searches: Type.Integer(),
  /** How many of them found no article. */
  unanswered: Type.Integer(),
  last_at: Timestamp(),
})

export const HelpSearchList = model('help_search_list', {
  ...listOf('help_search_list', HelpSearch).properties,
  /** Of all, also of those that are too rare for the list. */
  searches: Type.Integer(),
  unanswered: Type.Integer(),
})
