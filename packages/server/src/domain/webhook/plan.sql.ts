import { sql } from 'kysely'
import { compiledOnce } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'

export type Subscription = Awaited<ReturnType<typeof selectSubscriptions>>[number]

/**
 * The apps that workspaces have installed and that are told something, how far the clock of the app is ahead of that of the
 * workspace, in seconds, and whether faults of webhooks are switched on there. Needs the unguarded lane.
 */
export const selectSubscriptions = (tx: Tx, workspaceIds: string[]) => selectInstalled(tx, { workspaceIds })

const selectInstalled = compiledOnce({ workspaceIds: ['mark'] }, (tx, { workspaceIds }) =>
  tx
    .selectFrom('apps')
    .innerJoin('app_registrations', 'app_registrations.id', 'apps.registration_id')
    .innerJoin('workspaces', 'workspaces.id', 'apps.workspace_id')
    .innerJoin('workspaces as owners', 'owners.id', 'app_registrations.owner_workspace_id')
    .select(sql<number>`owners.clock_offset - workspaces.clock_offset`.as('ahead'))
    .select(
      sql<boolean>`workspaces.sandbox and exists (select from sandbox_faults f
        where f.workspace_id = apps.workspace_id and f.kind like 'webhook%')`.as('faulty'),
    )
    .select(['apps.workspace_id', 'apps.registration_id', 'app_registrations.webhook_topics'])
    .select([
      'app_registrations.api_version',
      'app_registrations.scopes',
      'app_registrations.webhook_ordered',
    ])
    .where('apps.workspace_id', '=', sql<string>`any(${workspaceIds}::text[])`)
    .where('apps.uninstalled_at', 'is', null)
    .where('app_registrations.webhook_url', 'is not', null)
    .where(({ fn }) => sql<boolean>`${fn<number>('cardinality', ['app_registrations.webhook_topics'])} > 0`)
    .orderBy('apps.registration_id'),
)

export interface Planned {
  workspace_id: string
  registration_id: number
  sequence: number | null
  event_id: number | null
  notification_id: string
  topic: string
  object_type: string | null
  object_id: string | null
  version: string
  happened_at: number
  ordered: boolean
  replay: boolean
  first_sent_at: number | null
  created_at: number
  /** Not before this moment, by the clock of the workspace that owns the app; 0 for at once. */
  due_at?: number
}

/** Puts deliveries into the queue in their order; their ids. One statement, however many. */
export async function insertDeliveries(tx: Tx, planned: Planned[]): Promise<number[]> {
  if (planned.length === 0) return []
  const { rows } = await sql<{ id: number }>`
    insert into webhook_deliveries
      (workspace_id, registration_id, sequence, event_id, notification_id, topic, object_type, object_id, version,
       happened_at, ordered, replay, first_sent_at, created_at, due_at)
    select workspace_id, registration_id, sequence, event_id, notification_id, topic, object_type, object_id, version,
      happened_at, ordered, replay, first_sent_at, created_at, coalesce(due_at, 0)
    from jsonb_to_recordset(${json(planned)}) as planned (
      workspace_id text, registration_id bigint, sequence bigint, event_id bigint, notification_id text, topic text,
      object_type text, object_id text, version text, happened_at bigint, ordered boolean, replay boolean,
      first_sent_at bigint, created_at bigint, due_at bigint)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}
