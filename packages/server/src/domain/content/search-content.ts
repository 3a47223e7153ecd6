import { errors, problem } from '@guichet/contract/errors.ts'
import type { ContentSearchResponse } from '@guichet/contract/models/content.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { findByWords, type WordedType } from '../content-words/index.ts'
import { helpCentersById } from '../help-center/index.ts'
import { type NumberedPage, numberedPage, numberedPages, previousPage } from '../paging.ts'
import { mayReadContent } from './content.policy.ts'
import { type ContentQuery, narrows, readFilter } from './content-filter.ts'
import { selectRecent, selectTitles, wordsLeft } from './items.sql.ts'

type SearchView = Static<typeof ContentSearchResponse>
type ItemView = SearchView['data'][number]
type Hit = { type: WordedType; id: number }

/** One page of the content some words find, the best first; without words of all content, what changed last first. */
export async function searchContent(tx: Tx, actor: Actor, query: ContentQuery): Promise<SearchView> {
  mayReadContent(actor)
  const phrase = query.query?.trim() ?? ''
  if (phrase.length > LONGEST)
    throw problem(errors.contentActionInvalid, `query must be at most ${LONGEST} characters long`)
  const page = numberedPage(query, { usual: 10, most: 50 })
  const filter = readFilter(query)
  const { all, main } = await helpCentersById(tx, actor)
  const locales = [
    ...new Set(['en', ...all.values().flatMap(helpCenter => helpCenter.locales), ...(filter.locales ?? [])]),
  ]
  const condition = narrows(filter) ? wordsLeft(tx, actor.workspace.id, filter) : undefined
  const narrowing = { types: filter.types, condition }
  const { total, hits } =
    filter.types.length === 0
      ? { total: 0, hits: [] }
      : phrase === ''
        ? await selectRecent(tx, actor.workspace.id, { filter, page })
        : await findByWords(tx, actor, { phrase, locales, narrowing, page })
  return {
    type: 'list',
    total_count: total,
    pages: pagesOf(actor, query, page, total),
    data: await viewHits(tx, actor, hits, main.default_locale),
  }
}

const LONGEST = 500

function pagesOf(actor: Actor, query: ContentQuery, page: NumberedPage, total: number): SearchView['pages'] {
  const { type, next, per_page, total_pages } = numberedPages(actor, PATH, query, page, total)
  const prev = previousPage(actor, PATH, query, page)
  return { type, page: page.page, per_page, total_pages, next, prev }
}

const PATH = '/content/search'

async function viewHits(tx: Tx, actor: Actor, hits: Hit[], mainLocale: string): Promise<ItemView[]> {
  const types = [...new Set(hits.map(({ type }) => type))]
  const views = await Promise.all(
    types.map(async type => {
      const ids = hits.filter(hit => hit.type === type).map(({ id }) => id)
      const titles = Map.groupBy(await selectTitles(tx, actor.workspace.id, type, ids), row => row.id)
      return ids.flatMap(id =>
        viewHit(type, titles.get(id) ?? [], mainLocale).map(view => [`${type} ${id}`, view] as const),
      )
    }),
  )
  const byKey = new Map(views.flat())
  return hits.flatMap(({ type, id }) => byKey.get(`${type} ${id}`) ?? [])
}

function viewHit(
  type: WordedType,
  texts: { id: number; content_id: number; title: string; locale: string }[],
  mainLocale: string,
): ItemView[] {
  const main = texts.find(({ locale }) => locale === mainLocale) ?? texts[0]
  if (!main) return []
  const { title } = main
  if (type !== 'article_content') return [{ type, id: String(main.id), title }]
  const contents = texts.map(text => ({
    ...{ type: 'article_content' as const, id: String(text.content_id) },
    ...{ title: text.title, locale: text.locale },
  }))
  return [{ type: 'article', id: String(main.id), title, contents }]
}
