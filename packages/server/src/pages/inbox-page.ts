import { html, type Markup } from './html.ts'
import type { Reader } from './layout.ts'

/** `/app` and everything below it, as long as there is no inbox. */
export function inboxPage({ says, to }: Reader): { title: string; body: Markup } {
  const body = html`
<p class="lead">${says.inboxLead}</p>
<p>${says.inboxMeanwhile}</p>
<ul class="cards">
<li><a href="/docs"><strong>${says.reference[0]}</strong><span>${says.reference[1]}</span></a></li>
</ul>
<p><a href="${to('/')}">${says.back}</a></p>`
  return { title: says.inboxTitle, body }
}
