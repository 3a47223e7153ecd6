import type { Tx } from '../../db/database.ts'
import { type Leaf, popularLeaves, shelvesOf } from '../../domain/help-site/index.ts'
import { html, type Markup } from '../html.ts'
import type { HelpPage } from './layout.ts'
import { leafList, shelfCards } from './pieces.ts'
import { absolute, paths, type Visit } from './visit.ts'

/** So many articles are offered before anything was looked for. */
const MOST_POPULAR = 6

/** The start of a help center: its collections, and what is read most. */
export async function homePage(tx: Tx, visit: Visit): Promise<HelpPage> {
  const { helpCenter, locale, says, site } = visit
  const shelves = await shelvesOf(tx, visit.actor, helpCenter, locale)
  const tops = shelves.filter(({ parentId }) => parentId === undefined)
  const popular = await popularLeaves(tx, visit.actor, helpCenter, { locale, limit: MOST_POPULAR })
  const nothing = html`<h2>${says.empty}</h2><p class="lead">${says.emptyHint}</p>`
  return {
    title: helpCenter.display_name,
    greeting: headlineIn(site.headline, locale) ?? says.headline,
    addresses: new Map(helpCenter.locales.map(each => [each, paths.home(visit, each)])),
    body: tops.length === 0 ? nothing : html`${shelfCards(visit, tops)}${readMost(visit, popular)}`,
    structured: {
      ...{ '@context': 'https://schema.org', '@type': 'WebSite', name: helpCenter.display_name },
      ...{ url: absolute(visit, paths.home(visit, locale)), inLanguage: locale },
      potentialAction: {
        '@type': 'SearchAction',
        target: `${absolute(visit, paths.search(visit))}?q={search_term_string}`,
        'query-input': 'required name=search_term_string',
      },
    },
  }
}

const readMost = (visit: Visit, leaves: Leaf[]): Markup =>
  leaves.length === 0 ? html`` : html`<h2>${visit.says.popular}</h2>${leafList(visit, leaves)}`

function headlineIn(headline: unknown, locale: string): string | undefined {
  const texts = new Map(Object.entries(headline ?? {}))
  const text: unknown = texts.get(locale)
  return typeof text === 'string' && text !== '' ? text : undefined
}
