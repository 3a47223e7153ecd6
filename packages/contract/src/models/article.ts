import { model, nullable, oneOf, optional, since, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'
import { PageLinks } from './pages.ts'
import { AppliedTags } from './tag.ts'

export const ArticleContent = model('article_content', {
  type: Type.Literal('article_content'),
  title: optional(Type.String()),
  description: optional(Type.String()),
  body: optional(Type.String()),
  body_markdown: since('2.16', optional(nullable(Type.String()))),
  author_id: optional(Type.Integer()),
  state: optional(oneOf('published', 'draft')),
  created_at: optional(Timestamp()),
  updated_at: optional(Timestamp()),
  has_unpublished_changes: since('2.16', optional(Type.Boolean())),
  draft_updated_at: since('2.16', optional(nullable(Timestamp()))),
  url: optional(Type.String()),
  audience_ids: since('2.16', optional(nullable(Type.Array(Type.Integer())))),
  ai_chatbot_availability: since('2.16', optional(Type.Boolean())),
  ai_copilot_availability: since('2.16', optional(Type.Boolean())),
  ai_sales_agent_availability: since('2.16', optional(Type.Boolean())),
  created_by_id: since('2.16', optional(nullable(Type.Integer()))),
  updated_by_id: since('2.16', optional(nullable(Type.Integer()))),
})

/** An article's other languages, by locale. `type` stands among the locales. */
export const TranslatedArticle = Type.Record(
  Type.String(),
  Type.Union([ArticleContent, Type.Literal('article_translated_content'), Type.Null()]),
)

export const ArticleStatistics = model('article_statistics', {
  type: Type.Literal('article_statistics'),
  views: Type.Integer(),
  reactions: Type.Integer(),
  happy_reaction_percentage: Type.Number(),
  neutral_reaction_percentage: Type.Number(),
  sad_reaction_percentage: Type.Number(),
  fin_involvements: since('2.16', optional(Type.Integer())),
  fin_resolutions: since('2.16', optional(Type.Integer())),
  fin_resolution_rate: since('2.16', optional(Type.Number())),
  conversations: Type.Integer(),
})

/** An article of the help center. Lists and searches leave `statistics` out. */
export const Article = model('article', {
  type: Type.Literal('article'),
  id: Type.String(),
  workspace_id: Type.String(),
  title: Type.String(),
  description: nullable(Type.String()),
  body: nullable(Type.String()),
  body_markdown: since('2.16', nullable(Type.String())),
  author_id: Type.Integer(),
  state: oneOf('published', 'draft'),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  has_unpublished_changes: since('2.16', optional(Type.Boolean())),
  draft_updated_at: since('2.16', optional(nullable(Timestamp()))),
  url: nullable(Type.String()),
  parent_ids: Type.Array(Type.Integer()),
  default_locale: optional(Type.String()),
  translated_content: optional(nullable(TranslatedArticle)),
  tags: since('2.13', optional(AppliedTags)),
  folder_id: since('Preview', optional(nullable(Type.Integer()))),
  audience_ids: since('2.16', optional(nullable(Type.Array(Type.Integer())))),
  ai_chatbot_availability: since('2.16', Type.Boolean()),
  ai_copilot_availability: since('2.16', Type.Boolean()),
  ai_sales_agent_availability: since('2.16', Type.Boolean()),
  created_by_id: since('2.16', optional(nullable(Type.Integer()))),
  updated_by_id: since('2.16', optional(nullable(Type.Integer()))),
  exclude_from_article_suggestions: since('2.16', optional(Type.Boolean())),
  help_center_audience: since(
    '2.16',
    optional(
      nullable(
        oneOf('everyone', 'all_users', 'all_visitors', 'all_leads', 'all_visitors_and_leads', 'restricted'),
      ),
    ),
  ),
  scheduled_publish_at: since('2.16', optional(nullable(Timestamp()))),
  scheduled_unpublish_at: since('2.16', optional(nullable(Timestamp()))),
  statistics: optional(nullable(ArticleStatistics)),
})

export const ArticleList = pageOf('article_list', Article)

export const DeletedArticle = model('deleted_article_object', {
  id: Type.String(),
  object: Type.Literal('article'),
  deleted: Type.Boolean(),
})

export const ArticleSearchHighlights = model('article_search_highlights', {
  article_id: Type.String(),
  highlighted_title: Type.Array(Type.Object({ type: oneOf('highlight', 'plain'), text: Type.String() })),
  highlighted_summary: Type.Array(
    Type.Array(Type.Object({ type: oneOf('highlight', 'plain'), text: Type.String() })),
  ),
})

export const ArticleSearchResponse = model('article_search_response', {
  type: Type.Literal('list'),
  total_count: Type.Integer(),
  data: Type.Object({ articles: Type.Array(Article), highlights: Type.Array(ArticleSearchHighlights) }),
  pages: PageLinks,
})
