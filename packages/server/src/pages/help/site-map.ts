import type { Tx } from '../../db/database.ts'
import { everyPage } from '../../domain/help-site/index.ts'
import { html } from '../html.ts'
import { absolute, paths, type Visit } from './visit.ts'

/** The map of the site for search engines: the start of each language, and every article in each of its own. */
export async function siteMap(tx: Tx, visit: Visit): Promise<string> {
  const { helpCenter, actor } = visit
  const pages = await everyPage(tx, actor, helpCenter)
  const starts = helpCenter.locales.map(locale => ({ path: paths.home(visit, locale), updatedAt: undefined }))
  const articles = pages
    .filter(({ locale }) => helpCenter.locales.includes(locale))
    .map(({ id, title, locale, updated_at }) => ({
      path: paths.article(visit, { id, title }, locale),
      updatedAt: updated_at,
    }))
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...starts, ...articles].map(
  ({ path, updatedAt }) =>
    html`<url><loc>${absolute(visit, path)}</loc>${updatedAt === undefined ? '' : html`<lastmod>${new Date(updatedAt * 1000).toISOString()}</lastmod>`}</url>
`,
)}</urlset>
`.text
}
