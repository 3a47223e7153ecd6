import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { json } from '../db/json.ts'
import type { LoggedEvent } from '../events/logged-event.ts'
import { type EventRow, toEvent } from '../events/read-events.sql.ts'

/** What is told of an event at a version. */
export interface ItemKey {
  workspace_id: string
  sequence: number
  version: string
}

export interface Item extends ItemKey {
  item: string
}

/** Items that were told before. Needs the unguarded lane. */
export async function selectItems(tx: Tx, keys: ItemKey[]): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select kept.workspace_id, kept.sequence, kept.version, kept.item
    from jsonb_to_recordset(${json(keys)}) as asked (workspace_id text, sequence bigint, version text)
    join webhook_items kept on kept.workspace_id = asked.workspace_id and kept.sequence = asked.sequence
      and kept.version = asked.version`.execute(tx)
  return rows
}

/** Keeps items for whoever tells them again; those that somebody else has kept first. */
export async function keepItems(tx: Tx, items: Item[], now: number): Promise<ItemKey[]> {
  const { rows } = await sql<ItemKey>`
    insert into webhook_items (workspace_id, sequence, version, item, created_at)
    select workspace_id, sequence, version, item, ${now}::bigint
    from jsonb_to_recordset(${json(items)}) as made (workspace_id text, sequence bigint, version text, item text),
      (select set_config('synchronous_commit', 'off', true)) as quick
    on conflict do nothing returning workspace_id, sequence, version`.execute(tx)
  const kept = new Set(rows.map(keyOf))
  return items.filter(item => !kept.has(keyOf(item)))
}

export const keyOf = ({ workspace_id, sequence, version }: ItemKey): string =>
  `${workspace_id} ${sequence} ${version}`

/** Events by their places in the logs of their workspaces. Needs the unguarded lane. */
export async function selectEvents(
  tx: Tx,
  places: Pick<ItemKey, 'workspace_id' | 'sequence'>[],
): Promise<LoggedEvent[]> {
  const { rows } = await sql<EventRow>`
    select e.workspace_id, e.sequence, e.id, e.topic, e.object_type, e.object_id, e.actor, e.payload, e.created_at
    from jsonb_to_recordset(${json(places)}) as asked (workspace_id text, sequence bigint)
    join event_log e on e.workspace_id = asked.workspace_id and e.sequence = asked.sequence`.execute(tx)
  return rows.map(toEvent)
}
