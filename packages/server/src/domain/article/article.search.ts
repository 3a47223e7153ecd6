import { invalid } from '@guichet/contract/errors.ts'
import type { ArticleSearchResponse } from '@guichet/contract/models/article.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { type Found, findByWords, highlight } from '../content-words/index.ts'
import { helpCentersById, mayReadArticles } from '../help-center/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { selectArticleIds } from './article.sql.ts'
import { type ArticleView, viewArticles } from './article.view.ts'
import { contentWhere } from './content-where.sql.ts'

interface SearchQuery extends PageQuery {
  phrase?: string
  state?: string
  help_center_id?: number
  highlight?: boolean
}

type SearchView = Static<typeof ArticleSearchResponse>

/** One page of the articles a phrase finds, the best first; without a phrase all of them, those changed last first. */
export async function searchArticles(tx: Tx, actor: Actor, query: SearchQuery): Promise<SearchView> {
  mayReadArticles(actor)
  const page = numberedPage(query, { usual: 10, most: 50 })
  const { all } = await helpCentersById(tx, actor)
  const condition = contentWhere(tx, actor.workspace.id, {
    state: readState(query.state),
    helpCenter:
      query.help_center_id === undefined
        ? undefined
        : { id: query.help_center_id, isDefault: all.get(query.help_center_id)?.is_default ?? false },
  })
  const locales = [...all.values()].flatMap(helpCenter => helpCenter.locales)
  const phrase = query.phrase?.trim() ?? ''
  const found =
    phrase === ''
      ? undefined
      : await findByWords(tx, actor, {
          phrase,
          locales,
          narrowing: { types: ['article_content'], condition },
          page,
        })
  const { ids, total } = found
    ? { ids: found.hits.map(({ id }) => id), total: found.total }
    : await selectArticleIds(tx, actor.workspace.id, page, condition)
  const articles = await viewArticles(tx, actor, ids)
  return {
    type: 'list',
    total_count: total,
    data: { articles, highlights: query.highlight && found ? await highlightsOf(tx, found, articles) : [] },
    pages: numberedPages(actor, '/articles/search', query, page, total),
  }
}

const STATES = ['published', 'draft', 'all'] as const

function readState(state: string | undefined): 'published' | 'draft' | undefined {
  const known = STATES.find(each => each === (state ?? 'all'))
  if (known === undefined) throw invalid('state must be one of published, draft or all', 'state')
  return known === 'all' ? undefined : known
}

async function highlightsOf(
  tx: Tx,
  { match }: Found,
  articles: ArticleView[],
): Promise<SearchView['data']['highlights']> {
  const texts = articles.map(({ title, description, body }) => ({
    title,
    body: [description, toPlain(body ?? '')].filter(Boolean).join('\n'),
  }))
  const highlighted = await highlight(tx, match, texts)
  return articles.map(({ id }, at) => ({
    article_id: id,
    highlighted_title: highlighted[at]?.title ?? [],
    highlighted_summary: highlighted[at]?.summary ?? [],
  }))
}
