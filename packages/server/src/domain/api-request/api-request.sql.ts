import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** The workspaces with an app that hears of a topic: needs the unguarded lane. */
export async function selectHearing(read: Tx, topic: string): Promise<string[]> {
  const rows = await read
    .selectFrom('apps')
    .innerJoin('app_registrations', 'app_registrations.id', 'apps.registration_id')
    .select('apps.workspace_id')
    .distinct()
    .where('apps.uninstalled_at', 'is', null)
    .where('app_registrations.webhook_url', 'is not', null)
    .where(sql<boolean>`app_registrations.webhook_topics @> array[${topic}]`)
    .execute()
  return rows.map(row => row.workspace_id)
}
