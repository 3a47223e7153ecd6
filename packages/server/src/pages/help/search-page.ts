import type { Tx } from '../../db/database.ts'
import { type FoundPage, searchSite } from '../../domain/help-site/index.ts'
import { numberedPage, type PageQuery } from '../../domain/paging.ts'
import { html, type Markup } from '../html.ts'
import type { HelpPage } from './layout.ts'
import { readerTexts } from './reader-texts.ts'
import { filled } from './texts.ts'
import { paths, type Visit } from './visit.ts'

/** What a phrase finds, a page at a time, and how much in all. */
export async function searchPage(
  tx: Tx,
  visit: Visit,
  { phrase, ...query }: PageQuery & { phrase: string },
): Promise<HelpPage & { found: number }> {
  const { says, helpCenter, locale } = visit
  const page = numberedPage(query, { usual: 10, most: 50 })
  const { total, found } = await searchSite(tx, visit.actor, { helpCenter, phrase, locale, page })
  const link = (number: number) =>
    `${paths.search(visit)}?${new URLSearchParams({ q: phrase, page: `${number}` })}`
  const title = filled(total === 0 ? says.nothingFound : says.resultsFor, { phrase })
  return {
    title,
    phrase,
    found: total,
    hidden: true,
    body: html`<div class="narrow"><h1>${title}</h1>
${total === 0 ? nothing(visit) : html`<p class="meta">${says.results(total)}</p>${results(visit, found)}`}
<nav class="pager">
${page.page > 1 ? html`<a rel="prev" href="${link(page.page - 1)}">${says.earlier}</a>` : html`<span></span>`}
${page.page * page.perPage < total ? html`<a rel="next" href="${link(page.page + 1)}">${says.later}</a>` : ''}
</nav></div>`,
  }
}

const nothing = (visit: Visit): Markup => html`<p class="lead">${visit.says.nothingFoundHint}</p>
<p>${
  visit.site.contact.on
    ? html`<a class="button" href="${paths.contact(visit)}">${readerTexts(visit.locale).contactTitle}</a>`
    : html`<a class="button" href="${paths.home(visit, visit.locale)}">${visit.says.home}</a>`
}</p>`

const results = (visit: Visit, found: FoundPage[]): Markup =>
  html`<ul class="leaves">${found.map(
    each => html`<li><a href="${paths.article(visit, each)}"><strong>${marked(each.titleFragments)}</strong>
<span>${marked(each.excerpt)}</span></a></li>`,
  )}</ul>`

const marked = (fragments: FoundPage['excerpt']): Markup[] =>
  fragments.map(({ type, text }) => (type === 'highlight' ? html`<mark>${text}</mark>` : html`${text}`))

/** What a phrase finds while it is being typed: the best few, for the page's script. */
export async function suggestions(tx: Tx, visit: Visit, phrase: string) {
  const { helpCenter, locale } = visit
  const page = numberedPage({}, { usual: 6, most: 6 })
  const { total, found } = await searchSite(tx, visit.actor, { helpCenter, phrase, locale, page })
  return {
    says: total === 0 ? filled(visit.says.nothingFound, { phrase }) : visit.says.results(total),
    found: found.map(each => ({
      href: paths.article(visit, each),
      title: each.title,
      excerpt: each.excerpt
        .map(({ text }) => text)
        .join('')
        .slice(0, 110),
    })),
  }
}
