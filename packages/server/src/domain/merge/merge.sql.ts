import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { StoredContact } from '../contact/index.ts'

/** Keeps what the merged contact looked like. */
export async function insertMerge(tx: Tx, actor: Actor, from: StoredContact, into: string): Promise<void> {
  await tx
    .insertInto('contact_merges')
    .values({
      workspace_id: actor.workspace.id,
      from_contact_id: from.id,
      into_contact_id: into,
      snapshot: json(from),
      merged_by: json({ type: 'admin', id: String(actor.adminId), app_id: actor.appId }),
      created_at: actor.now,
    })
    .execute()
}

export interface MergePage {
  into: string
  direction: 'asc' | 'desc'
  /** The merge the page comes after. */
  after: number | undefined
  limit: number
}

export const selectMerges = (tx: Tx, workspaceId: string, { into, direction, after, limit }: MergePage) =>
  tx
    .selectFrom('contact_merges')
    .select(['id', 'from_contact_id', 'created_at', sql<string | null>`snapshot ->> 'role'`.as('role')])
    .where('workspace_id', '=', workspaceId)
    .where('into_contact_id', '=', into)
    .$if(after !== undefined, rows => rows.where('id', direction === 'asc' ? '>' : '<', after ?? 0))
    .orderBy('id', direction)
    .limit(limit)
    .execute()
