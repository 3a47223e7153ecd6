import type { Database } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { eachDue } from '../each-due.ts'
import { systemActor } from '../system-actor.ts'
import { articlePublished, articleUnpublished } from './article.events.ts'
import { updateArticleRow } from './article.sql.ts'
import { lockArticle } from './article.ts'
import { type DueRow, selectDue } from './scheduled.sql.ts'
import { goLive } from './write-content.ts'

/** Publishes and unpublishes the articles whose moment has come, in one workspace or in every one. Returns how many. */
export const publishDue = (database: Database, now: number, workspaceId?: string): Promise<number> =>
  eachDue(
    () => selectDue(database.unguarded.read, now, workspaceId),
    row => keepSchedule(database, row),
  )

/** Every language of the article, with the changes that wait. */
async function keepSchedule(
  database: Database,
  { id, operator_id, now, ...workspace }: DueRow,
): Promise<boolean> {
  const actor = systemActor({
    workspace: { id: workspace.workspace_id, name: workspace.name, timezone: workspace.timezone },
    operatorId: operator_id,
    now,
  })
  return database.transaction(async tx => {
    const article = await lockArticle(tx, actor, id)
    const publishes = (article.scheduled_publish_at ?? Number.POSITIVE_INFINITY) <= now
    const unpublishes = (article.scheduled_unpublish_at ?? Number.POSITIVE_INFINITY) <= now
    if (!publishes && !unpublishes) return false
    const state = publishes ? 'published' : 'draft'
    for (const row of article.contents)
      if (row.state !== state || row.draft_version_id !== null)
        await goLive(tx, actor, { row, text: {}, state })
    await updateArticleRow(tx, actor, id, { scheduled_publish_at: null, scheduled_unpublish_at: null })
    await append(tx, actor, publishes ? articlePublished(id) : articleUnpublished(id))
    return true
  }, now)
}
