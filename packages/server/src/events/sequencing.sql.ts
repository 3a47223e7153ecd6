import type { EventName } from '@guichet/contract/topics.ts'
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { LoggedEvent } from './logged-event.ts'

/** Whoever wants to hear how far the logs of workspaces have come listens on this channel. */
export const SEQUENCE_CHANNEL = 'guichet_events'

/** What a transaction is marked with that has put something into the inbox. */
export const EVENTS_APPENDED = 'events appended'

/** On this channel the process that sequences is told that there is something to sequence. */
export const INBOX_CHANNEL = 'guichet_event_inbox'

/**
 * One round of sequencing at a time, whoever runs it; let go of with the transaction. Answers whether it is said of anything in the
 * inbox that it has changed, as far as could be seen before the lock was had.
 */
export async function lockSequencing(tx: Tx): Promise<{ notices: boolean }> {
  const { rows } = await sql<{ notices: boolean }>`select pg_advisory_xact_lock(${SEQUENCING_LOCK}),
    exists (select from event_inbox where topic in ('object.changed', 'object.deleted')) as notices`.execute(
    tx,
  )
  return { notices: rows[0]?.notices ?? true }
}

const SEQUENCING_LOCK = 748_210_457

interface Row {
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

/**
 * Moves the oldest events that can be seen from the inbox to the ends of their workspaces' logs, and tells them in order, and how many
 * were taken. That an object has changed is said once: not where a topic among them tells of it, nor again where it is said later, for
 * whoever looks at the object once the log has come that far sees all that they are about. Needs the lock and the unguarded lane.
 */
export async function moveToLog(
  tx: Tx,
  { limit, within, notices }: { limit: number; within: string | undefined; notices: boolean },
): Promise<{ taken: number; events: LoggedEvent[] }> {
  const which = within === undefined ? sql`true` : sql`workspace_id = ${within}`
  const kept = notices ? sql`kept` : sql`taken`
  const { rows } = await sql<Row & { taken: number }>`
    with taken as (
      delete from event_inbox
      where ctid = any (array(select ctid from event_inbox where ${which} order by id limit ${limit}))
      returning *
    ), ${notices ? DEDUPED : sql``} streams as (
      insert into event_streams (workspace_id, last_sequence)
      select workspace_id, count(*) from ${kept} group by workspace_id
      on conflict (workspace_id) do update set last_sequence = event_streams.last_sequence + excluded.last_sequence
      returning workspace_id, last_sequence
    ), placed as (
      select ${kept}.*, last_sequence + 1 - row_number() over (partition by workspace_id order by id desc) as sequence
      from ${kept} join streams using (workspace_id)
    )
    insert into event_log (workspace_id, sequence, id, topic, object_type, object_id, actor, payload, created_at)
    select workspace_id, sequence, id, topic, object_type, object_id, actor, payload, created_at
    from placed order by workspace_id, sequence
    returning *, (select count(*) from taken) as taken`.execute(tx)
  return { taken: rows[0]?.taken ?? 0, events: rows.map(toEvent).toSorted(inOrder) }
}

const DEDUPED = sql`notices as (
      select distinct on (workspace_id, object_type, object_id) * from taken where topic like 'object.%'
      order by workspace_id, object_type, object_id, id desc
    ), kept as (
      select * from taken where topic not like 'object.%'
      union all
      select * from notices n where not exists (select from taken t where t.topic not like 'object.%'
        and t.workspace_id = n.workspace_id and t.object_type = n.object_type and t.object_id = n.object_id)
    ),`

const toEvent = ({ workspace_id, object_type, object_id, created_at, ...row }: Row): LoggedEvent => ({
  workspaceId: workspace_id,
  sequence: row.sequence,
  id: row.id,
  topic: row.topic,
  object: { type: object_type, id: object_id },
  actor: row.actor,
  payload: row.payload,
  createdAt: created_at,
})

const inOrder = (a: LoggedEvent, b: LoggedEvent): number =>
  a.workspaceId === b.workspaceId ? a.sequence - b.sequence : a.workspaceId < b.workspaceId ? -1 : 1

/** The workspaces that have something in the inbox: needs the unguarded lane. */
export async function selectWaiting(read: Tx): Promise<string[]> {
  const rows = await read.selectFrom('event_inbox').select('workspace_id').distinct().execute()
  return rows.map(row => row.workspace_id)
}

/** Tells all processes, once this transaction is committed, how far logs have come. */
export async function notifySequences(tx: Tx, reached: Map<string, number>): Promise<void> {
  const entries = [...reached]
  for (let from = 0; from < entries.length; from += MOST_TOLD) {
    const message = JSON.stringify(Object.fromEntries(entries.slice(from, from + MOST_TOLD)))
    await sql`select pg_notify(${SEQUENCE_CHANNEL}, ${message})`.execute(tx)
  }
}

/** A notification holds less than 8000 bytes. */
const MOST_TOLD = 200

/** Tells the process that sequences to look. */
export async function notifyInbox(db: Tx): Promise<void> {
  await sql`select pg_notify(${INBOX_CHANNEL}, '')`.execute(db)
}
