import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Recipients } from './outgoing.sql.ts'

/** Somebody who is erased: as contacts, and by addresses that are nobody else's. */
export interface Erased {
  contactIds: string[]
  addresses: string[]
}

/** What went to somebody or waits to, held until the transaction ends. The outbox holds a month. */
export const selectSentTo = (tx: Tx, workspaceId: string, { contactIds, addresses }: Erased) =>
  tx
    .selectFrom('outgoing_messages')
    .select(['id', 'status'])
    .select(row => [
      row.ref('recipients').$castTo<Recipients>().as('recipients'),
      row.ref('remaining').$castTo<string[] | null>().as('remaining'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`exists (select from jsonb_each(recipients) kind, jsonb_array_elements(kind.value) person
        where person->>'contactId' = any(${contactIds}::text[]) or lower(person->>'address') = any(${addresses}::text[]))`,
    )
    .forUpdate()
    .execute()

export async function updateReaders(
  tx: Tx,
  workspaceId: string,
  of: { id: number; recipients: Recipients; remaining: string[] | null },
): Promise<void> {
  await tx
    .updateTable('outgoing_messages')
    .set({ recipients: json(of.recipients), remaining: of.remaining && json(of.remaining) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', of.id)
    .execute()
}

/** Forgets all of a message but that it was, and what it was called; one that waits is not sent. */
export async function blankOutgoing(
  tx: Tx,
  workspaceId: string,
  { ids, now, reason }: { ids: number[]; now: number; reason: string },
): Promise<void> {
  await tx
    .updateTable('outgoing_messages')
    .set({
      ...{ html: null, plain: null, subject: '', enclosed: null, template: null, headers: json({}) },
      ...{ recipients: json({ to: [], cc: [], bcc: [] }), remaining: null, error: reason },
      status: sql<'sent' | 'failed'>`case when status = 'sent' then 'sent' else 'failed' end`,
      settled_at: sql<number>`coalesce(settled_at, ${now}::bigint)`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
}
