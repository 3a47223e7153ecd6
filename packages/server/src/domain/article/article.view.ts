import type { Article, ArticleContent } from '@guichet/contract/models/article.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { audiencesOn } from '../audience/index.ts'
import { collectionRefs } from '../collection/index.ts'
import { type HelpCenterRow, helpCentersById, isMultilingual, pageAddress } from '../help-center/index.ts'
import { tagsOn } from '../tag/index.ts'
import { type ArticleRow, selectArticles } from './article.sql.ts'
import { type ContentRow, type Reading, selectContents } from './content.sql.ts'

export type ArticleView = Static<typeof Article>

/** The articles of these ids, in their order; ids of none are left out. */
export async function viewArticles(
  tx: Tx,
  actor: Actor,
  ids: number[],
  reading: Reading = 'live',
): Promise<ArticleView[]> {
  if (ids.length === 0) return []
  const { id: workspaceId } = actor.workspace
  const [rows, contents, tags, helpCenters] = await Promise.all([
    selectArticles(tx, workspaceId, ids),
    selectContents(tx, workspaceId, ids, reading),
    tagsOn(tx, workspaceId, 'article', ids.map(String)),
    helpCentersById(tx, actor),
  ])
  const [parents, audiences] = await Promise.all([
    collectionRefs(
      tx,
      workspaceId,
      rows.flatMap(row => row.parent_ids),
    ),
    audiencesOn(
      tx,
      workspaceId,
      'article_content',
      contents.map(({ id }) => id),
    ),
  ])
  const byId = new Map(rows.map(row => [row.id, row]))
  const byArticle = Map.groupBy(contents, content => content.article_id)
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const home = parents.get(row.parent_ids[0] ?? 0)?.help_center_id ?? 0
    const helpCenter = helpCenters.all.get(home) ?? helpCenters.main
    const held = {
      contents: byArticle.get(id) ?? [],
      tags: tags.get(String(id)) ?? [],
      helpCenter,
      audiences,
    }
    return [viewArticle(actor, row, held)]
  })
}

/** An article that is known to be there, with its statistics. */
export async function viewOneArticle(tx: Tx, actor: Actor, id: number): Promise<ArticleView> {
  const [[view], [row]] = await Promise.all([
    viewArticles(tx, actor, [id]),
    selectArticles(tx, actor.workspace.id, [id]),
  ])
  if (!view || !row) throw new Error(`article ${id} was written and cannot be read`)
  return { ...view, statistics: viewStatistics(row) }
}

interface Held {
  contents: ContentRow[]
  tags: NonNullable<ArticleView['tags']>['tags']
  helpCenter: HelpCenterRow
  audiences: Map<number, number[]>
}

function viewArticle(actor: Actor, row: ArticleRow, held: Held): ArticleView {
  const main = mainContent(held.contents, held.helpCenter)
  if (!main) throw new Error(`article ${row.id} is in no language`)
  const { type: _, ...text } = viewContent(actor, main, held)
  return {
    id: String(row.id),
    type: 'article',
    workspace_id: actor.workspace.id,
    parent_ids: row.parent_ids,
    tags: { type: 'tag.list', tags: held.tags },
    ...text,
    url: text.url ?? null,
    ...viewTranslations(actor, held),
    folder_id: row.folder_id,
    exclude_from_article_suggestions: false,
    help_center_audience: 'everyone',
    scheduled_publish_at: row.scheduled_publish_at,
    scheduled_unpublish_at: row.scheduled_unpublish_at,
  }
}

/** The content an article shows as its own: that of the help center's default language. */
export const mainContent = <C extends { locale: string }>(
  contents: C[],
  { default_locale }: Pick<HelpCenterRow, 'default_locale'>,
): C | undefined => contents.find(({ locale }) => locale === default_locale) ?? contents[0]

/** What only a help center of several languages shows. */
function viewTranslations(
  actor: Actor,
  held: Held,
): Pick<ArticleView, 'default_locale' | 'translated_content'> {
  const { helpCenter, contents } = held
  if (!isMultilingual(helpCenter)) return {}
  const byLocale = new Map(contents.map(content => [content.locale, content]))
  // Null would do for a language without content, but the description of 2.11 knows objects alone.
  const texts = helpCenter.locales.flatMap(locale => {
    const content = byLocale.get(locale)
    return content ? [[locale, viewContent(actor, content, held)] as const] : []
  })
  return {
    default_locale: helpCenter.default_locale,
    translated_content: { type: 'article_translated_content', ...Object.fromEntries(texts) },
  }
}

type ContentView = Required<Omit<Static<typeof ArticleContent>, 'url'>> & { url?: string }

function viewContent(actor: Actor, row: ContentRow, { helpCenter, audiences }: Held): ContentView {
  const { locale, article_id: id, title } = row
  return {
    type: 'article_content',
    title,
    description: row.description,
    body: row.body,
    body_markdown: row.body_markdown,
    author_id: row.author_id,
    state: row.state,
    created_at: row.created_at,
    updated_at: row.updated_at,
    has_unpublished_changes: row.draft_version_id !== null,
    draft_updated_at: row.draft_updated_at,
    ...(row.state === 'published' && {
      url: pageAddress(actor, helpCenter, { kind: 'articles', locale, id, title }),
    }),
    audience_ids: audiences.get(row.id) ?? [],
    ai_chatbot_availability: row.ai_chatbot_availability,
    ai_copilot_availability: row.ai_copilot_availability,
    ai_sales_agent_availability: row.ai_sales_agent_availability,
    created_by_id: row.created_by,
    updated_by_id: row.updated_by,
  }
}

function viewStatistics(row: ArticleRow): NonNullable<ArticleView['statistics']> {
  const { happy_reactions: happy, neutral_reactions: neutral, sad_reactions: sad } = row
  const reactions = happy + neutral + sad
  return {
    type: 'article_statistics',
    views: row.views,
    conversations: row.conversations,
    reactions,
    happy_reaction_percentage: percentage(happy, reactions),
    neutral_reaction_percentage: percentage(neutral, reactions),
    sad_reaction_percentage: percentage(sad, reactions),
    fin_involvements: row.fin_involvements,
    fin_resolutions: row.fin_resolutions,
    fin_resolution_rate: percentage(row.fin_resolutions, row.fin_involvements),
  }
}

const percentage = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part * 10_000) / whole) / 100
