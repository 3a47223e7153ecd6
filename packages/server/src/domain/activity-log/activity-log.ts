import { invalid } from '@guichet/contract/errors.ts'
import type { ActivityLogList } from '@guichet/contract/models/activity-log.ts'
import { activityTypesAt, OTHER_CHANGE } from '@guichet/contract/models/activity-types.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { numberedPage, numberedPages } from '../paging.ts'
import { mayReadActivityLogs } from './activity-log.policy.ts'
import { countActivities, selectActivities, selectActivitiesOf } from './activity-log.sql.ts'
import { type ActivityLogView, viewActivity } from './activity-log.view.ts'

type ActivityLogListView = Static<typeof ActivityLogList>

/** What a list of activities is narrowed by; times are in seconds and both included. */
interface ActivityQuery {
  created_at_after: number
  created_at_before?: number
  event_types?: string[]
  page?: string | number
  per_page?: string | number
}

/** The entries of some ids, whatever their kind. */
export async function viewActivities(tx: Tx, actor: Actor, ids: string[]): Promise<ActivityLogView[]> {
  return (await selectActivitiesOf(tx, actor.workspace.id, ids)).map(viewActivity)
}

/** One page of what admins did, the newest first, of the kinds the version knows. */
export async function listActivities(
  tx: Tx,
  actor: Actor,
  query: ActivityQuery,
): Promise<ActivityLogListView> {
  mayReadActivityLogs(actor)
  return listAt(tx, actor, query, '/admins/activity_logs')
}

/**
 * As `listActivities`, narrowed to some kinds; `other_change` among them when it is named. 400 for one the version does not
 * know.
 */
export async function searchActivities(
  tx: Tx,
  actor: Actor,
  query: ActivityQuery,
): Promise<ActivityLogListView> {
  mayReadActivityLogs(actor)
  return listAt(tx, actor, query, '/admins/activity_logs/search')
}

/** The kinds of activity there are. */
export async function listActivityTypes(actor: Actor) {
  mayReadActivityLogs(actor)
  return { type: 'activity_log_event_type.list' as const, event_types: activityTypesAt(actor.version) }
}

async function listAt(
  tx: Tx,
  actor: Actor,
  query: ActivityQuery,
  path: string,
): Promise<ActivityLogListView> {
  const wanted = {
    after: query.created_at_after,
    before: query.created_at_before,
    types: typesWanted(actor, query.event_types),
  }
  const page = numberedPage(query, { usual: 20, most: 250 })
  const [total, rows] = await Promise.all([
    countActivities(tx, actor.workspace.id, wanted),
    selectActivities(tx, actor.workspace.id, wanted, page),
  ])
  const { event_types: _, ...asked } = query
  return {
    type: 'activity_log.list',
    pages: numberedPages(actor, path, asked, page, total),
    activity_logs: rows.map(viewActivity),
  }
}

function typesWanted(actor: Actor, asked: string[] | undefined): string[] {
  const known = activityTypesAt(actor.version)
  if (!asked?.length) return known
  const unknown = asked.find(type => type !== OTHER_CHANGE && !known.includes(type))
  if (unknown !== undefined)
    throw invalid(`event_types holds an unknown event type: ${unknown}`, 'event_types')
  return asked
}
