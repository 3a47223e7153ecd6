import { Problem } from '@guichet/contract/errors.ts'
import { seconds, systemClock } from '../clock.ts'
import { systemActor } from '../domain/system-actor.ts'
import { createWebsiteSource } from '../domain/website-crawl/index.ts'
import { findTeammate, listWorkspaces } from '../domain/workspace/index.ts'
import { chooseWorkspace } from './choose-workspace.ts'
import { type Command, readOptions } from './command.ts'
import { Complaint } from './complaint.ts'
import { withDatabase } from './with-database.ts'

export const crawl: Command = {
  usage: ['crawl <url> [--pages <at most>] [--workspace <id>]'],
  says: 'make a website a source of content for AI; a live server crawls it, now and every week',
  async run(args, config) {
    const { given, rest } = readOptions(args, ['pages', 'workspace'])
    const [url] = rest
    if (url === undefined) throw new Complaint('Say which website: npx guichet crawl https://example.com.')
    const maxPages = given.pages === undefined ? undefined : wholePages(given.pages)
    const id = await withDatabase(config, async database => {
      const workspaceId = await chooseWorkspace(database, given.workspace)
      const workspace = (await listWorkspaces(database.unguarded.read)).find(each => each.id === workspaceId)
      const owner = await findTeammate(database.read, workspaceId)
      if (!workspace || !owner) throw new Complaint(`Workspace ${workspaceId} has no teammate to act for.`)
      const actor = systemActor({ workspace, operatorId: owner.adminId, now: seconds(systemClock) })
      return database
        .transaction(tx => createWebsiteSource(tx, actor, { url, ...(maxPages && { maxPages }) }))
        .catch(refuse)
    })
    console.log(`Source ${id} is made. Its pages come one a second while a server runs.`)
  },
}

function refuse(error: unknown): never {
  throw error instanceof Problem ? new Complaint(`That does not work: ${error.message}.`) : error
}

function wholePages(text: string): number {
  const pages = Number(text)
  if (Number.isInteger(pages) && pages > 0 && pages <= 5000) return pages
  throw new Complaint(`--pages takes a whole number up to 5000, not "${text}".`)
}
