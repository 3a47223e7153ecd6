import type { EventName } from '@guichet/contract/topics.ts'
import { type Compilable, type RawBuilder, sql } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { Tx } from '../db/database.ts'
import type { Stretch } from './logged-event.ts'

/** Whoever wants to hear how far the logs of workspaces have come listens on this channel. */
export const SEQUENCE_CHANNEL = 'guichet_events'

/** What a transaction is marked with that has put something into the inbox. */
export const EVENTS_APPENDED = 'events appended'

/** On this channel the process that sequences is told that there is something to sequence. */
export const INBOX_CHANNEL = 'guichet_event_inbox'

/**
 * One round of sequencing at a time, whoever runs it; let go of with the transaction. The statements of rounds are always the same and
 * so are their plans, which PostgreSQL would else make anew each time to see whether another one is better.
 */
export const lockSequencing = (tx: Tx): Promise<unknown> => lock(tx, {})

const lock = compiledOnce({}, tx =>
  statement(
    tx,
    sql`select set_config('plan_cache_mode', 'force_generic_plan', true), pg_advisory_xact_lock(${sql.lit(SEQUENCING_LOCK)})`,
  ),
)

const SEQUENCING_LOCK = 748_210_457

interface Row extends Record<'first' | 'last' | 'taken', number> {
  workspace_id: string
  topics: EventName[]
}

/**
 * Moves the oldest events that can be seen from the inbox to the ends of their workspaces' logs, tells all processes how far those have
 * come once this transaction is committed, and answers which stretches were added and how many events were taken. That an object has
 * changed is said once: not where a topic among them tells of it, nor again where it is said later, for whoever looks at the object once
 * the log has come that far sees all that they are about. Needs the lock and the unguarded lane.
 */
export async function moveToLog(
  tx: Tx,
  { limit, within }: { limit: number; within: string | undefined },
): Promise<{ taken: number; stretches: Stretch[] }> {
  const rows = await (within === undefined ? moveAny(tx, { limit }) : moveWithin(tx, { limit, within }))
  return {
    taken: rows[0]?.taken ?? 0,
    stretches: rows.map(({ workspace_id, first, last, topics }) => ({
      ...{ workspaceId: workspace_id, first, last, topics },
    })),
  }
}

const moveAny = compiledOnce({ limit: -1 }, (tx, { limit }) => statement(tx, move(sql`true`, limit)))

const moveWithin = compiledOnce({ limit: -1, within: 'mark' }, (tx, { limit, within }) =>
  statement(tx, move(sql`workspace_id = ${within}`, limit)),
)

/** What is moved never leaves the database. */
const move = (which: RawBuilder<unknown>, limit: number): RawBuilder<Row> => sql`
  with taken as (
    delete from event_inbox
    where ctid = any (array(select ctid from event_inbox where ${which} order by id limit ${limit}))
    returning *
  ), notices as (
    select distinct on (workspace_id, object_type, object_id) * from taken where topic like 'object.%'
    order by workspace_id, object_type, object_id, id desc
  ), kept as (
    select * from taken where topic not like 'object.%'
    union all
    select * from notices n where not exists (select from taken t where t.topic not like 'object.%'
      and t.workspace_id = n.workspace_id and t.object_type = n.object_type and t.object_id = n.object_id)
  ), added as (
    select workspace_id, sum(events)::bigint as events, array_agg(topic) as topics
    from (select workspace_id, topic, count(*) as events from kept group by workspace_id, topic) as counted
    group by workspace_id
  ), streams as (
    insert into event_streams (workspace_id, last_sequence) select workspace_id, events from added
    on conflict (workspace_id) do update set last_sequence = event_streams.last_sequence + excluded.last_sequence
    returning workspace_id, last_sequence
  ), placed as (
    insert into event_log (workspace_id, sequence, id, topic, object_type, object_id, actor, payload, created_at)
    select workspace_id, last_sequence - events + row_number() over (partition by workspace_id order by id),
      id, topic, object_type, object_id, actor, payload, created_at
    from kept join added using (workspace_id) join streams using (workspace_id)
    order by workspace_id, id
  ), told as (
    select pg_notify(${sql.lit(SEQUENCE_CHANNEL)}, jsonb_object_agg(workspace_id, last_sequence)::text)
    from (select *, row_number() over () / ${sql.lit(MOST_TOLD)} as message from streams) as reached group by message
  )
  select workspace_id, last_sequence - events + 1 as first, last_sequence as last, topics,
    (select count(*) from taken) as taken, (select count(*) from told) as messages
  from added join streams using (workspace_id)`

/** A notification holds less than 8000 bytes. */
const MOST_TOLD = 200

const statement = <R>(tx: Tx, written: RawBuilder<R>): Compilable<R> => ({
  compile: () => written.compile(tx),
})

/** The workspaces that have something in the inbox: needs the unguarded lane. */
export async function selectWaiting(read: Tx): Promise<string[]> {
  const rows = await read.selectFrom('event_inbox').select('workspace_id').distinct().execute()
  return rows.map(row => row.workspace_id)
}

/** Tells the process that sequences to look. */
export async function notifyInbox(db: Tx): Promise<void> {
  await sql`select pg_notify(${INBOX_CHANNEL}, '')`.execute(db)
}
