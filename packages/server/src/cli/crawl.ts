import { Problem } from '@guichet/contract/errors.ts'
import { numericId } from '../db/ids.ts'
import { createWebsiteSource, listCrawls, restartCrawl } from '../domain/website-crawl/index.ts'
import { actingFor } from './acting.ts'
import { type Command, readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { withDatabase } from './with-database.ts'

export const crawl: Command = {
  usage: [
    'crawl <url> [--pages <at most>] [--workspace <id>]',
    'crawl status [--workspace <id>]',
    'crawl again <source> [--workspace <id>]',
  ],
  async run(args, config) {
    const { given, rest } = readOptions(args, ['pages', 'workspace'])
    const [what, source] = rest
    if (what === undefined) throw new Complaint('Say which website: npx guichet crawl https://example.com.')
    const maxPages = given.pages === undefined ? undefined : wholePages(given.pages)
    const lines = await withDatabase(config, async database => {
      const actor = await actingFor(database, given.workspace)
      if (what === 'status') return statusLines(await listCrawls(database.read, actor))
      if (what === 'again') {
        const id = numericId(source ?? '')
        if (id === undefined)
          throw new Complaint('Say which source: npx guichet crawl status shows their ids.')
        await database.transaction(tx => restartCrawl(tx, actor, id)).catch(refuse)
        return [`Source ${id} is crawled again while a server runs.`]
      }
      const website = { url: what, ...(maxPages && { maxPages }) }
      const id = await database.transaction(tx => createWebsiteSource(tx, actor, website)).catch(refuse)
      return [
        `Source ${id} is made. Its pages come one a second while a server runs: npx guichet crawl status.`,
      ]
    })
    for (const line of lines) console.log(line)
  },
}

type Crawls = Awaited<ReturnType<typeof listCrawls>>

function statusLines(crawls: Crawls): string[] {
  if (crawls.length === 0) return ['No website is a source of content yet.']
  return crawls.map(
    ({ source_id, url, state, reason, found, waiting, fetched, skipped, failed, gone }) =>
      `${String(source_id).padEnd(6)} ${state.padEnd(8)} ${url}  ${fetched} fetched, ${waiting} waiting, ` +
      `${skipped} skipped, ${gone} gone, ${failed} failed of ${found} found${reason ? ` (${reason})` : ''}`,
  )
}

function refuse(error: unknown): never {
  throw error instanceof Problem ? new Complaint(`That does not work: ${error.message}.`) : error
}

function wholePages(text: string): number {
  const pages = Number(text)
  if (Number.isInteger(pages) && pages > 0 && pages <= 5000) return pages
  throw new Complaint(`--pages takes a whole number up to 5000, not "${text}".`)
}
