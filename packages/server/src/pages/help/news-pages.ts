import type { Tx } from '../../db/database.ts'
import { findLiveNews, type LiveNews, listLiveNews } from '../../domain/news/index.ts'
import { toPlain } from '../../text/html.ts'
import { html, Markup } from '../html.ts'
import type { HelpPage } from './layout.ts'
import { readerTexts } from './reader-texts.ts'
import { dayIn, paths, type Visit } from './visit.ts'

/** Somebody who reads what is for everybody. */
const readerOf = ({ actor }: Visit) => ({ ...actor, scopes: new Set(['read_content']) })

/** The latest that is for everybody. Undefined where a help center shows no news. */
export async function newsPage(tx: Tx, visit: Visit): Promise<HelpPage | undefined> {
  if (!visit.site.showsNews) return undefined
  const words = readerTexts(visit.locale)
  const items = await listLiveNews(tx, readerOf(visit), { contactId: undefined, limit: 50 })
  return {
    title: words.news,
    addresses: new Map(visit.helpCenter.locales.map(each => [each, paths.news(visit, each)])),
    body: html`<div class="narrow"><h1>${words.news}</h1>
${items.length === 0 ? html`<p class="lead">${words.noNews}</p>` : html`<ul class="leaves">${items.map(item => line(visit, item))}</ul>`}</div>`,
  }
}

const line = (visit: Visit, { id, title, body, published_at }: LiveNews): Markup => html`<li>
<a href="${paths.newsItem(visit, id)}"><strong>${title}</strong>
<span>${dayIn(visit.locale, published_at)} · ${toPlain(body).replaceAll(/\s+/g, ' ').slice(0, 140)}</span></a></li>`

/** One piece of it. */
export async function newsItemPage(tx: Tx, visit: Visit, id: string): Promise<HelpPage | undefined> {
  if (!visit.site.showsNews) return undefined
  const item = await findLiveNews(tx, readerOf(visit), { id, contactId: undefined })
  if (!item) return undefined
  const words = readerTexts(visit.locale)
  return {
    title: item.title,
    description: toPlain(item.body).slice(0, 160),
    addresses: new Map(visit.helpCenter.locales.map(each => [each, paths.newsItem(visit, item.id, each)])),
    body: html`<div class="narrow"><nav aria-label="${words.news}"><ol class="crumbs"><li><a href="${paths.news(visit)}">${words.news}</a></li></ol></nav>
<article class="article"><h1>${item.title}</h1>
<p class="meta">${item.author} · ${dayIn(visit.locale, item.published_at)}</p>
${item.cover_image_url === null ? '' : html`<p><img src="${item.cover_image_url}" alt=""></p>`}
${new Markup(item.body.replaceAll(/<(pre|table)\b/g, '<$1 tabindex="0"'))}
</article></div>`,
  }
}
