import { DEFAULT_VERSION, VERSIONS } from '@guichet/contract/version.ts'
import { html, type Markup } from './html.ts'
import type { Reader } from './layout.ts'

/** `/`: what this is and where to go. As long as nobody can sign in, how to be the first comes before all else. */
export function home({ says, origin }: Reader, isClaimed: boolean): { title: string; body: Markup } {
  const [before = '', after = ''] = says.callHint.split('{version}')
  const first = html`<section class="first"><h2>${says.firstHeading}</h2><p>${says.firstHint}</p></section>`
  const body = html`
<p class="lead">${says.lead}</p>
${isClaimed ? html`` : first}
<h2>${says.goHeading}</h2>
<ul class="cards">
${card('/app', says.inbox)}${card('/demo', says.demo)}${card('/help', says.help)}${card('/docs', says.reference)}${card('/readyz', says.health)}${card('/metrics', says.metrics)}
</ul>
<h2>${says.callHeading}</h2>
<pre>curl ${origin}/me \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Intercom-Version: ${DEFAULT_VERSION}"</pre>
<p class="hint">${before}${DEFAULT_VERSION}${after}</p>
<h2>${says.tokenHeading}</h2>
<p class="hint">${says.tokenHint}</p>
<pre>npx guichet token create
npx guichet token list
npx guichet token revoke &lt;id&gt;</pre>
<h2>${says.documentsHeading}</h2>
<p class="hint">${says.documentsHint}</p>
<ul class="versions">${VERSIONS.map(version => html`<li><a href="/openapi/${version}.json">${version}</a></li>`)}</ul>`
  return { title: says.title, body }
}

const card = (href: string, [name, text]: [string, string]): Markup =>
  html`<li><a href="${href}"><strong>${name}</strong><span>${text}</span></a></li>`
