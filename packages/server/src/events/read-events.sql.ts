import type { EventName } from '@guichet/contract/topics.ts'
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { LoggedEvent, Stretch } from './logged-event.ts'

/** Which events are asked for; all where nothing is said. */
export interface EventFilter {
  topics?: readonly EventName[] | undefined
  /** Of which objects it may be said that they have changed, where topics are named. */
  noticed?: readonly string[] | undefined
  objectType?: string | undefined
  objectId?: string | undefined
  /** The last sequence that may be among them. */
  upTo?: number | undefined
}

/** A workspace's events after a sequence, in order: every one that is kept, without a gap. */
export async function readEvents(
  tx: Tx,
  workspaceId: string,
  after: number,
  limit: number,
  { topics, noticed, objectType, objectId, upTo }: EventFilter = {},
): Promise<LoggedEvent[]> {
  const rows = await tx
    .selectFrom('event_log')
    .select(['workspace_id', 'sequence', 'id', 'object_type', 'object_id', 'created_at'])
    .select(row => [
      row.ref('topic').$castTo<EventName>().as('topic'),
      row.ref('actor').$castTo<LoggedEvent['actor']>().as('actor'),
      row.ref('payload').$castTo<Record<string, unknown>>().as('payload'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('sequence', '>', after)
    .$if(upTo !== undefined, query => query.where('sequence', '<=', upTo ?? 0))
    .$if(topics !== undefined, query => query.where('topic', '=', sql<string>`any(${topics ?? []}::text[])`))
    .$if(noticed !== undefined, query =>
      query.where(where =>
        where.or([
          where('topic', 'not like', 'object.%'),
          where('object_type', '=', sql<string>`any(${noticed ?? []}::text[])`),
        ]),
      ),
    )
    .$if(objectType !== undefined, query => query.where('object_type', '=', objectType ?? ''))
    .$if(objectId !== undefined, query => query.where('object_id', '=', objectId ?? ''))
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map(toEvent)
}

/** The events of some topics in what was just added to logs, in order, workspace by workspace. Needs the unguarded lane. */
export async function readStretches(
  tx: Tx,
  stretches: Stretch[],
  topics: ReadonlySet<string>,
): Promise<LoggedEvent[]> {
  const asked = stretches.filter(stretch => stretch.topics.some(topic => topics.has(topic)))
  if (asked.length === 0) return []
  const { rows } = await sql<EventRow>`
    select e.workspace_id, e.sequence, e.id, e.topic, e.object_type, e.object_id, e.actor, e.payload, e.created_at
    from unnest(
      ${asked.map(each => each.workspaceId)}::text[], ${asked.map(each => each.first)}::bigint[],
      ${asked.map(each => each.last)}::bigint[]
    ) as asked (workspace_id, first, last)
    join event_log e on e.workspace_id = asked.workspace_id and e.sequence between asked.first and asked.last
    where e.topic = any(${[...topics]}::text[])
    order by e.workspace_id, e.sequence`.execute(tx)
  return rows.map(toEvent)
}

/** An event as it stands in the log. */
export interface EventRow {
  workspace_id: string
  sequence: number
  id: number
  topic: EventName
  object_type: string
  object_id: string
  actor: LoggedEvent['actor']
  payload: Record<string, unknown>
  created_at: number
}

export const toEvent = (row: EventRow): LoggedEvent => ({
  workspaceId: row.workspace_id,
  sequence: row.sequence,
  id: row.id,
  topic: row.topic,
  object: { type: row.object_type, id: row.object_id },
  actor: row.actor,
  payload: row.payload,
  createdAt: row.created_at,
})

/** How far the log of a workspace has come, and the highest sequence that is not kept any more. */
export async function readStream(tx: Tx, workspaceId: string): Promise<{ last: number; trimmedTo: number }> {
  const row = await tx
    .selectFrom('event_streams')
    .select(['last_sequence', 'trimmed_to'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return { last: row?.last_sequence ?? 0, trimmedTo: row?.trimmed_to ?? 0 }
}
