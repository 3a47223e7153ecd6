import type { MessengerConversation, MessengerPart } from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { html, Markup } from '../html.ts'
import { type Fault, failure, row, type Sent, textIn } from './form-pieces.ts'
import type { HelpPage } from './layout.ts'
import { type ReaderTexts, readerTexts } from './reader-texts.ts'
import { filled } from './texts.ts'
import { dayIn, paths, type Visit } from './visit.ts'

type Conversation = Static<typeof MessengerConversation>
type Part = Static<typeof MessengerPart>

const OWN = { hidden: true, private: true } as const

/** Where somebody asks for the link that shows what is theirs. */
export function askPage(visit: Visit, { sent = {}, fault }: { sent?: Sent; fault?: Fault } = {}): HelpPage {
  const words = readerTexts(visit.locale)
  return {
    ...{ ...OWN, title: words.requests, status: fault?.status ?? 200 },
    addresses: new Map(visit.helpCenter.locales.map(each => [each, paths.requests(visit, each)])),
    body: html`<div class="narrow"><h1>${words.requests}</h1>
<p class="lead">${words.requestsHint} ${words.signInHint}</p>
${failure(fault, ['email'])}
<form class="form" method="post" action="${paths.requests(visit)}/link">
${row(
  { name: 'email', label: words.email, fault },
  about =>
    html`<input ${about} type="email" autocomplete="email" maxlength="254" value="${textIn(sent, 'email')}">`,
)}
<button class="button">${words.sendLink}</button>
</form></div>`,
  }
}

/** The same whoever asks. */
export function linkSentPage(visit: Visit): HelpPage {
  const words = readerTexts(visit.locale)
  return {
    ...{ ...OWN, title: words.linkSentTitle },
    body: html`<div class="narrow"><h1>${words.linkSentTitle}</h1><p class="lead">${words.linkSentHint}</p></div>`,
  }
}

/** Where the link leads: programs that look at mail open links, and are not to use it up. */
export function enterPage(visit: Visit, token: string): HelpPage {
  const words = readerTexts(visit.locale)
  return {
    ...{ ...OWN, title: words.enterTitle },
    body: html`<div class="narrow"><h1>${words.enterTitle}</h1><p class="lead">${words.enterHint}</p>
<form class="form" method="post" action="${paths.requests(visit)}/enter">
<input type="hidden" name="token" value="${token}"><button class="button">${words.enter}</button></form></div>`,
  }
}

export function linkOverPage(visit: Visit): HelpPage {
  const words = readerTexts(visit.locale)
  return {
    ...{ ...OWN, title: words.linkOverTitle, status: 404 },
    body: html`<div class="narrow"><h1>${words.linkOverTitle}</h1><p class="lead">${words.linkOverHint}</p>
<p><a class="button" href="${paths.requests(visit)}">${words.requests}</a></p></div>`,
  }
}

/** What somebody and the team wrote to each other, the latest changed first. */
export function listPage(
  visit: Visit,
  { data, next }: { data: Conversation[]; next: string | null },
): HelpPage {
  const words = readerTexts(visit.locale)
  return {
    ...{ ...OWN, title: words.requests },
    addresses: new Map(visit.helpCenter.locales.map(each => [each, paths.requests(visit, each)])),
    body: html`<div class="narrow"><div class="between"><h1>${words.requests}</h1>
<form method="post" action="${paths.requests(visit)}/end"><button class="plain-button">${words.signOut}</button></form></div>
${
  data.length === 0
    ? html`<p class="lead">${words.noRequests}. ${words.noRequestsHint}</p>`
    : html`<ul class="leaves">${data.map(each => line(visit, words, each))}</ul>`
}
${next === null ? '' : html`<nav class="pager"><a rel="next" href="${paths.requests(visit)}?before=${next}">${words.older}</a></nav>`}
</div>`,
  }
}

const line = (visit: Visit, words: ReaderTexts, each: Conversation): Markup => html`<li>
<a href="${paths.request(visit, each.id)}"><strong>${titleOf(words, each)}</strong>
<span><b class="state">${stateOf(words, each)}</b> ${filled(words.updatedOn, { date: dayIn(visit.locale, each.updated_at) })}</span></a></li>`

const titleOf = (words: ReaderTexts, { title, ticket, last_part }: Conversation): string =>
  title || ticket?.kind || plain(last_part.body ?? '').slice(0, 90) || words.message

const stateOf = (words: ReaderTexts, { ticket, open }: Conversation): string =>
  ticket?.state || (open ? words.open : words.closed)

const plain = (body: string): string =>
  body
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** One of them with all that can be read, and room to answer. */
export function threadPage(
  visit: Visit,
  thread: Conversation,
  { sent = {}, fault }: { sent?: Sent; fault?: Fault } = {},
): HelpPage {
  const words = readerTexts(visit.locale)
  const { ticket, facts = [], parts = [] } = thread
  const title = titleOf(words, thread)
  return {
    ...{ ...OWN, title, status: fault?.status ?? 200 },
    body: html`<div class="narrow"><nav aria-label="${words.requests}"><ol class="crumbs"><li><a href="${paths.requests(visit)}">${words.requests}</a></li></ol></nav>
<h1>${title}</h1>
<p class="meta"><b class="state">${stateOf(words, thread)}</b>${ticket ? html` ${ticket.kind} #${ticket.number}` : ''}</p>
${ticket?.description ? html`<p class="lead">${ticket.description}</p>` : ''}
${facts.length === 0 ? '' : html`<dl class="facts">${facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`}
<ol class="told">${parts.map(part => told(visit, words, part))}</ol>
${failure(fault, ['body'])}
<form class="form" method="post" action="${paths.request(visit, thread.id)}/replies" enctype="multipart/form-data">
${row(
  { name: 'body', label: words.answer, fault },
  about => html`<textarea ${about} maxlength="20000">${textIn(sent, 'body')}</textarea>`,
)}
${row({ name: 'attachment', label: words.attachment, optional: words.optional, fault }, about => html`<input ${about} type="file">`)}
<button class="button">${words.send}</button>
</form></div>`,
  }
}

/** Bodies are sanitised when they are written. */
function told(
  visit: Visit,
  words: ReaderTexts,
  { author, body, attachments, created_at, state, redacted }: Part,
): Markup {
  if (state !== null) return html`<li class="event">${filled(words.moved, { state })}</li>`
  const isOwn = author.kind === 'contact'
  return html`<li${isOwn ? html` class="own"` : ''}>
<p class="who"><strong>${isOwn ? words.you : (author.name ?? words.team)}</strong> ${dayIn(visit.locale, created_at)}</p>
${redacted ? html`<p><em>${words.removed}</em></p>` : new Markup(body ?? '')}
${attachments.map(({ name, url }) => html`<p><a href="${url}" rel="noopener">${name}</a></p>`)}
</li>`
}
