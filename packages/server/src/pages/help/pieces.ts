import type { Leaf, Shelf } from '../../domain/help-site/index.ts'
import { html, type Markup } from '../html.ts'
import { icon } from './icons.ts'
import { absolute, paths, type Visit } from './visit.ts'

/** Collections as cards. */
export const shelfCards = (visit: Visit, shelves: Shelf[]): Markup => html`<ul class="shelves">
${shelves.map(
  shelf => html`<li><a href="${paths.collection(visit, shelf)}">
<span class="icon">${icon(shelf)}</span><strong>${shelf.name}</strong>
${shelf.description === '' ? '' : html`<p>${shelf.description}</p>`}<small>${visit.says.articles(shelf.articles)}</small>
</a></li>`,
)}</ul>`

/** Articles as a list. */
export const leafList = (visit: Visit, leaves: Leaf[]): Markup => html`<ul class="leaves">
${leaves.map(
  leaf => html`<li><a href="${paths.article(visit, leaf)}"><strong>${leaf.title}</strong>
${leaf.description === '' ? '' : html`<span>${leaf.description}</span>`}</a></li>`,
)}</ul>`

/** The way from the start to a page. */
export const crumbs = (
  visit: Visit,
  trail: Shelf[],
): Markup => html`<nav aria-label="${visit.says.allCollections}"><ol class="crumbs">
<li><a href="${paths.home(visit, visit.locale)}">${visit.says.allCollections}</a></li>
${trail.map(shelf => html`<li><a href="${paths.collection(visit, shelf)}">${shelf.name}</a></li>`)}
</ol></nav>`

/** A collection and those it is in, the outermost first. */
export function trailOf(shelves: Shelf[], id: number | undefined): Shelf[] {
  const trail: Shelf[] = []
  let at = shelves.find(shelf => shelf.id === id)
  while (at && !trail.includes(at)) {
    trail.unshift(at)
    const { parentId } = at
    at = shelves.find(shelf => shelf.id === parentId)
  }
  return trail
}

/** What machines are told of where a page is. */
export const breadcrumbData = (visit: Visit, trail: Shelf[]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map((shelf, at) => ({
    ...{ '@type': 'ListItem', position: at + 1, name: shelf.name },
    item: absolute(visit, paths.collection(visit, shelf)),
  })),
})
