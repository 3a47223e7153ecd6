import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'

export interface NewEvent {
  workspaceId: string
  contactId: string
  name: string
  /** Seconds since the epoch. */
  createdAt: number
  metadata: object
}

/** The new event; undefined when the contact has one of that name and second already. */
export const insertEvent = (tx: Tx, event: NewEvent): Promise<{ id: number } | undefined> =>
  tx
    .insertInto('events')
    .values({
      workspace_id: event.workspaceId,
      contact_id: event.contactId,
      name: event.name,
      created_at: event.createdAt,
      created_at_ms: event.createdAt * 1000,
      metadata: json(event.metadata),
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

/** Makes the types of these names known that are not yet. */
export async function insertEventTypes(
  tx: Tx,
  workspaceId: string,
  names: string[],
  now: number,
): Promise<void> {
  await tx
    .insertInto('event_types')
    .values(names.map(name => ({ workspace_id: workspaceId, name, created_at: now })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export type EventRow = Awaited<ReturnType<typeof selectEvents>>[number]

/** Where a page of events lies, in milliseconds: `before` excluded, but for events of that moment with lower ids. */
export interface EventsWanted {
  contactId: string
  since: number
  before: number
  beforeId: number
  limit: number
}

/** Events of one contact, the newest first. */
export const selectEvents = (tx: Tx, workspaceId: string, wanted: EventsWanted) =>
  tx
    .selectFrom('events')
    .select(['id', 'uuid', 'name', 'created_at', 'created_at_ms', 'metadata'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', wanted.contactId)
    .where('created_at_ms', '>=', wanted.since)
    .where(sql<boolean>`(created_at_ms, id) < (${wanted.before}::bigint, ${wanted.beforeId}::bigint)`)
    .orderBy('created_at_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit)
    .execute()

/** The events of some ids, with the ids of whose they are. */
export const selectEventsOf = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('events')
    .select(['id', 'uuid', 'contact_id', 'name', 'created_at', 'created_at_ms', 'metadata'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
