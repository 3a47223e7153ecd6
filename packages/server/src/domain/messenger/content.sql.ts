import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { hoursOf } from '../office-hours/index.ts'
import { lastActive } from '../teammate/index.ts'

/** The office hours of a workspace; null where it has none. */
export async function selectHours(tx: Tx, workspaceId: string) {
  const row = await tx
    .selectFrom('workspaces')
    .select(hoursOf(workspaceId, null).as('hours'))
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  return row?.hours ?? null
}

/** A few of those who answer: first those with a picture, then those who were there last. */
export const selectTeamFaces = (tx: Tx, workspaceId: string, limit: number) =>
  tx
    .selectFrom('admins')
    .select(['id', 'name', 'avatar_url'])
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'admin')
    .where('removed_at', 'is', null)
    .where('has_inbox_seat', '=', true)
    .orderBy(sql`avatar_url is null`)
    .orderBy(lastActive(workspaceId), order => order.desc().nullsLast())
    .orderBy('id')
    .limit(limit)
    .execute()

/** How a contact came to the pages the first time; what is known stays. */
export async function keepArrival(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  came: Partial<Record<Arrival, string>>,
): Promise<void> {
  if (Object.keys(came).length === 0) return
  await tx
    .updateTable('contacts')
    .set(came)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', contactId)
    .where('referrer', 'is', null)
    .where('utm_source', 'is', null)
    .execute()
}

export type Arrival = 'referrer' | 'utm_campaign' | 'utm_content' | 'utm_medium' | 'utm_source' | 'utm_term'
