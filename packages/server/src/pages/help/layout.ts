import { html, Markup } from '../html.ts'
import { readerTexts } from './reader-texts.ts'
import { SCRIPT_PATH } from './script.ts'
import { styleOf } from './style.ts'
import { filled } from './texts.ts'
import { absolute, directionOf, languageName, paths, type Visit } from './visit.ts'

/** A page of a help center, before it is framed. */
export interface HelpPage {
  title: string
  description?: string
  body: Markup
  /** What stands large on top, below the bar: the start page greets. */
  greeting?: string
  /** The phrase the page answers. */
  phrase?: string
  /** Where the page is in each of its languages. Those of the help center's other languages lead to its start. */
  addresses?: Map<string, string>
  /** What machines are told of it, as schema.org has it. */
  structured?: object
  status?: number
  /** Whether search engines pass it over. */
  hidden?: boolean
  /** Whether it is one reader's alone: it is kept nowhere, and tells nobody where it was. */
  private?: boolean
}

/** The whole document. */
export function framed(visit: Visit, page: HelpPage): string {
  const { helpCenter, locale, site } = visit
  const title = page.greeting === undefined ? `${page.title} · ${helpCenter.display_name}` : page.title
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${page.description ? html`<meta name="description" content="${page.description}">` : ''}
${page.hidden ? html`<meta name="robots" content="noindex">` : alternates(visit, page)}
<link rel="icon" href="data:,">
<style>${new Markup(styleOf(site.accent).css)}</style>
${page.structured ? structuredData(page.structured) : ''}
<script src="${SCRIPT_PATH}" defer></script>
</head>
<body>
<a class="skip" href="#content">${visit.says.skip}</a>
<header class="top"><div class="wrap">
${bar(visit, page)}
<div class="hero">
${page.greeting === undefined ? '' : html`<h1>${page.greeting}</h1>`}
${searchForm(visit, page.phrase ?? '')}
</div>
</div></header>
<main id="content"><div class="wrap">${page.body}</div></main>
${foot(visit)}
</body>
</html>
`.text
}

/** Each language's address of the page, for search engines. */
function alternates(visit: Visit, { addresses }: HelpPage): Markup {
  if (!addresses) return new Markup('')
  const links = [...addresses].map(
    ([locale, path]) => html`<link rel="alternate" hreflang="${locale}" href="${absolute(visit, path)}">`,
  )
  const own = addresses.get(visit.locale)
  return html`${own === undefined ? '' : html`<link rel="canonical" href="${absolute(visit, own)}">`}${links}`
}

/** JSON in a page ends at the first `</script`, whatever it is in. */
const structuredData = (data: object): Markup =>
  new Markup(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`)

function bar(visit: Visit, page: HelpPage): Markup {
  const { helpCenter, locale, says, site } = visit
  const languages = helpCenter.locales.map(each => {
    const href = page.addresses?.get(each) ?? paths.home(visit, each)
    const current = each === locale ? html` aria-current="true"` : ''
    return html`<li><a href="${href}" hreflang="${each}" lang="${each}"${current}>${languageName(each)}</a></li>`
  })
  return html`<div class="bar">
<a class="name" href="${paths.home(visit, locale)}">${site.logoUrl === null ? helpCenter.display_name : html`<img class="logo" src="${site.logoUrl}" alt="${helpCenter.display_name}">`}</a>
${ways(visit)}
${languages.length > 1 ? html`<nav class="tongues" aria-label="${says.language}"><ul class="languages">${languages}</ul></nav>` : ''}
</div>`
}

/** What leads elsewhere: to what the workspace names, to news, and to the team. */
function ways(visit: Visit): Markup {
  const { site, locale } = visit
  const words = readerTexts(locale)
  const links = [
    ...site.links.map(({ label, url }) => html`<li><a href="${url}" rel="noopener">${label}</a></li>`),
    ...(site.showsNews ? [html`<li><a href="${paths.news(visit)}">${words.news}</a></li>`] : []),
    html`<li><a href="${paths.requests(visit)}">${words.requests}</a></li>`,
    ...(site.contact.on ? [html`<li><a href="${paths.contact(visit)}">${words.contactTitle}</a></li>`] : []),
  ]
  return html`<nav class="ways" aria-label="${visit.says.more}"><ul class="languages">${links}</ul></nav>`
}

const searchForm = (
  visit: Visit,
  phrase: string,
): Markup => html`<form class="seek" role="search" action="${paths.search(visit)}" data-suggest="${paths.suggest(visit)}" data-none="${visit.says.nothingFound}">
<label class="visually-hidden" for="q">${visit.says.search}</label>
<input id="q" name="q" type="search" value="${phrase}" placeholder="${visit.says.searchPlaceholder}" autocomplete="off" maxlength="500">
<button><span>${visit.says.search}</span>${GLASS}</button>
<p class="visually-hidden" role="status"></p>
</form>`

/** What the button says where there is no room for its word. */
const GLASS = new Markup(
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" aria-hidden="true"><path d="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4"/></svg>',
)

const foot = (visit: Visit): Markup => html`<footer class="foot"><div class="wrap">
<a href="${paths.home(visit, visit.locale)}">${visit.helpCenter.display_name}</a>
<span class="made">${filled(visit.says.madeWith, { product: 'Guichet' })}</span>
</div></footer>`
