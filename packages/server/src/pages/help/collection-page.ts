import type { Tx } from '../../db/database.ts'
import { leavesOf, shelvesOf } from '../../domain/help-site/index.ts'
import { html } from '../html.ts'
import type { HelpPage } from './layout.ts'
import { breadcrumbData, crumbs, leafList, shelfCards, trailOf } from './pieces.ts'
import { paths, type Visit } from './visit.ts'

/** A collection: its articles, and the collections inside it. Undefined where readers find none. */
export async function collectionPage(tx: Tx, visit: Visit, id: number): Promise<HelpPage | undefined> {
  const { helpCenter, locale, says, actor } = visit
  const shelves = await shelvesOf(tx, actor, helpCenter, locale)
  const shelf = shelves.find(each => each.id === id)
  if (!shelf) return undefined
  const leaves = (await leavesOf(tx, actor, [shelf], locale)).get(id) ?? []
  const inner = shelves.filter(({ parentId }) => parentId === id)
  const trail = trailOf(shelves, id)
  const locales = shelf.locales.filter(each => helpCenter.locales.includes(each))
  return {
    title: shelf.name,
    description: shelf.description,
    addresses: new Map(locales.map(each => [each, paths.collection(visit, shelf, each)])),
    structured: { '@context': 'https://schema.org', ...breadcrumbData(visit, trail) },
    body: html`${crumbs(visit, trail.slice(0, -1))}
<h1>${shelf.name}</h1>
${shelf.description === '' ? '' : html`<p class="lead">${shelf.description}</p>`}
<p class="meta">${says.articles(shelf.articles)}</p>
${leaves.length === 0 ? '' : leafList(visit, leaves)}
${inner.length === 0 ? '' : html`<h2>${says.more}</h2>${shelfCards(visit, inner)}`}`,
  }
}
