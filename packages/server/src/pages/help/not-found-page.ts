import { html } from '../html.ts'
import type { HelpPage } from './layout.ts'
import { paths, type Visit } from './visit.ts'

/** What a reader sees at an address that leads nowhere: the search, and the way to the start. */
export const notFoundPage = (visit: Visit): HelpPage => ({
  title: visit.says.notFound,
  hidden: true,
  status: 404,
  body: html`<div class="narrow"><h1>${visit.says.notFound}</h1>
<p class="lead">${visit.says.notFoundHint}</p>
<p><a class="button" href="${paths.home(visit, visit.locale)}">${visit.says.home}</a></p></div>`,
})
