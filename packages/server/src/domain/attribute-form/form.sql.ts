import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** What a message asks its reader to fill in. */
export interface FormRow {
  part_id: number
  attributes: string[]
  answered_at: number | null
}

export async function insertForm(
  tx: Tx,
  workspaceId: string,
  row: { conversation_id: number; part_id: number; attributes: string[] },
): Promise<void> {
  await tx
    .insertInto('conversation_forms')
    .values({ ...row, workspace_id: workspaceId })
    .execute()
}

export const selectForms = (tx: Tx, workspaceId: string, conversationId: number): Promise<FormRow[]> =>
  tx
    .selectFrom('conversation_forms')
    .select(['part_id', 'attributes', 'answered_at'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('part_id')
    .execute()

/** Takes an answer to a form; the attributes it asks for, or undefined where there is no such form, or it was answered. */
export async function markAnswered(
  tx: Tx,
  actor: Actor,
  { conversationId, partId }: { conversationId: number; partId: number },
): Promise<string[] | undefined> {
  const row = await tx
    .updateTable('conversation_forms')
    .set({ answered_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('conversation_id', '=', conversationId)
    .where('part_id', '=', partId)
    .where('answered_at', 'is', null)
    .returning('attributes')
    .executeTakeFirst()
  return row?.attributes
}

/** How a workspace calls attributes of contacts. */
export async function selectLabels(
  tx: Tx,
  workspaceId: string,
  names: string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('data_attributes')
    .select(['name', 'label'])
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', 'contact')
    .where('archived', '=', false)
    .where('name', '=', sql<string>`any(${names}::text[])`)
    .execute()
  return new Map(rows.map(row => [row.name, row.label ?? row.name]))
}
