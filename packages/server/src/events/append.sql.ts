import { type Compilable, type Expression, type OperationNodeSource, sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { json } from '../db/json.ts'

export interface NewEvent {
  topic: string
  object_type: string
  object_id: string
  payload: Record<string, unknown>
}

/** What all events of one append share. */
interface Shared {
  workspaceId: string
  actor: { admin_id: number; app_id: number }
  now: number
}

/** More than this are one parameter: each number of rows would else be a statement to judge, to plan and to remember. */
const FEW = 20

const COLUMNS = [
  'workspace_id',
  'actor',
  'created_at',
  'topic',
  'object_type',
  'object_id',
  'payload',
] as const

/** Writes events down, whose ids are drawn in their order. */
export const insertEvents = (tx: Tx, shared: Shared, events: NewEvent[]): Promise<unknown> =>
  events.length > FEW ? insertMany(tx, shared, events) : insertFew(tx, shared, events)

const insertFew = (tx: Tx, { workspaceId, actor, now }: Shared, events: NewEvent[]): Promise<unknown> =>
  tx
    .insertInto('event_inbox')
    .values(
      events.map(({ topic, object_type, object_id, payload }) => ({
        ...{ workspace_id: workspaceId, topic, object_type, object_id },
        ...{ actor: json(actor), payload: json(payload), created_at: now },
      })),
    )
    .execute()

const insertMany = (tx: Tx, { workspaceId, actor, now }: Shared, events: NewEvent[]): Promise<unknown> =>
  tx
    .insertInto('event_inbox')
    .columns(COLUMNS)
    .expression(
      tx
        .selectFrom(
          sql<Omit<NewEvent, 'payload'> & { payload: string }>`(
            select * from jsonb_to_recordset(${json(events)}::jsonb)
              as row (topic text, object_type text, object_id text, payload jsonb))`.as('given'),
        )
        .select([
          sql<string>`${workspaceId}::text`.as('workspace_id'),
          sql<string>`${json(actor)}::jsonb`.as('actor'),
          sql<number>`${now}::bigint`.as('created_at'),
          ...(['given.topic', 'given.object_type', 'given.object_id', 'given.payload'] as const),
        ]),
    )
    .execute()

/** A statement that writes rows and answers them. */
export type Write<R> = Compilable<R> & OperationNodeSource

/** Writes something and, where a row of it was written, an event in the same statement. The rows that were written. */
export const insertWithEvent = <R extends Record<string, unknown>>(
  tx: Tx,
  { workspaceId, actor, now }: Shared,
  { topic, object_type, object_id, payload }: NewEvent,
  write: Write<R>,
): Promise<R[]> =>
  tx
    .with('change', () => expressed(write))
    .with('told', told =>
      told
        .insertInto('event_inbox')
        .columns(COLUMNS)
        .expression(
          told
            .selectFrom('change')
            .select([
              ...[
                sql<string>`${workspaceId}::text`.as('workspace_id'),
                sql<string>`${json(actor)}::jsonb`.as('actor'),
              ],
              ...[sql<number>`${now}::bigint`.as('created_at'), sql<string>`${topic}::text`.as('topic')],
              ...[
                sql<string>`${object_type}::text`.as('object_type'),
                sql<string>`${object_id}::text`.as('object_id'),
              ],
              sql<string>`${json(payload)}::jsonb`.as('payload'),
            ]),
        ),
    )
    .selectFrom('change')
    .selectAll()
    .$castTo<R>()
    .execute()

const expressed = <R extends Record<string, unknown>>(write: Write<R>): Expression<R> => ({
  expressionType: undefined,
  toOperationNode: () => write.toOperationNode(),
})
