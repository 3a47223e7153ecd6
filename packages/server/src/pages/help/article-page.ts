import type { Tx } from '../../db/database.ts'
import { leavesOf, type Page, pageOf, type Shelf, shelvesOf } from '../../domain/help-site/index.ts'
import { toPlain } from '../../text/html.ts'
import { html, Markup } from '../html.ts'
import type { HelpPage } from './layout.ts'
import { breadcrumbData, crumbs, leafList, trailOf } from './pieces.ts'
import { filled } from './texts.ts'
import { absolute, dayIn, paths, type Visit } from './visit.ts'

/** An article, what is beside it in its collection, and how it left its readers. Undefined where readers find none. */
export async function articlePage(tx: Tx, visit: Visit, id: number): Promise<HelpPage | undefined> {
  const { helpCenter, locale, actor } = visit
  const [page, shelves] = await Promise.all([
    pageOf(tx, actor, id, locale),
    shelvesOf(tx, actor, helpCenter, locale),
  ])
  const isHere = page && (page.collectionIds.length === 0 ? helpCenter.is_default : homeOf(page, shelves))
  if (!page || !(isHere || helpCenter.is_default)) return undefined
  return drawArticle(tx, visit, { page, shelves, foot: opinionForm(visit, page) })
}

/** An article among the collections that readers see, whether or not they see it already. */
export async function drawArticle(
  tx: Tx,
  visit: Visit,
  { page, shelves, foot }: { page: Page & { locale: string }; shelves: Shelf[]; foot: Markup },
): Promise<HelpPage> {
  const { locale, actor } = visit
  const { id } = page
  const home = homeOf(page, shelves)
  const beside = home ? ((await leavesOf(tx, actor, [home], locale)).get(home.id) ?? []) : []
  const description = page.description || toPlain(page.body).slice(0, 160)
  const trail = trailOf(shelves, home?.id)
  return {
    title: page.title,
    description,
    addresses: new Map(
      [...page.titles].map(([each, title]) => [each, paths.article(visit, { id, title }, each)]),
    ),
    structured: structuredOf(visit, { ...page, description }, trail),
    body: html`<div class="narrow">${crumbs(visit, trail)}
<article class="article" lang="${page.locale}">
<h1>${page.title}</h1>
${page.description === '' ? '' : html`<p class="lead">${page.description}</p>`}
<p class="meta">${filled(visit.says.writtenBy, { name: page.author })} · ${filled(visit.says.updated, { date: dayIn(locale, page.updatedAt) })}</p>
${page.locale === locale ? '' : html`<p class="note" lang="${locale}">${visit.says.onlyIn}</p>`}
${reachable(page.body)}
</article>
${foot}
${related(
  visit,
  beside.filter(leaf => leaf.id !== id),
)}</div>`,
  }
}

/** What is wider than the page scrolls, and so the keyboard has to reach it. Bodies are sanitised when they are written. */
const reachable = (body: string): Markup => new Markup(body.replaceAll(/<(pre|table)\b/g, '<$1 tabindex="0"'))

const homeOf = ({ collectionIds }: Page, shelves: Shelf[]): Shelf | undefined =>
  shelves.find(({ id }) => collectionIds.includes(id))

const OPINIONS = [
  ['sad', '😞'],
  ['neutral', '😐'],
  ['happy', '😃'],
] as const

const opinionForm = (
  visit: Visit,
  { id }: Page,
): Markup => html`<form class="opinion" method="post" action="${paths.opinions(visit, id)}" data-thanks="${visit.says.opinionThanks}">
<p>${visit.says.opinionQuestion}</p>
${OPINIONS.map(
  ([opinion, face]) =>
    html`<button name="opinion" value="${opinion}" title="${visit.says.opinions[opinion]}" aria-label="${visit.says.opinions[opinion]}">${face}</button>`,
)}
<p role="status"></p>
</form>`

const related = (visit: Visit, leaves: { id: number; title: string; description: string }[]): Markup =>
  leaves.length === 0
    ? html``
    : html`<h2>${visit.says.related}</h2>${leafList(
        visit,
        leaves.slice(0, 5).map(leaf => ({ ...leaf, description: '' })),
      )}`

function structuredOf(visit: Visit, page: Page & { locale: string }, trail: Shelf[]): object {
  const article = {
    ...{ '@type': 'Article', headline: page.title, description: page.description, inLanguage: page.locale },
    ...{ datePublished: iso(page.publishedAt), dateModified: iso(page.updatedAt) },
    author: { '@type': 'Person', name: page.author },
    publisher: { '@type': 'Organization', name: visit.helpCenter.display_name },
    mainEntityOfPage: absolute(visit, paths.article(visit, page)),
  }
  return { '@context': 'https://schema.org', '@graph': [article, breadcrumbData(visit, trail)] }
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()
