import type { Tx } from '../../db/database.ts'

/** One contact, as the row that segments are asked about. */
export const contactAmong = (tx: Tx, workspaceId: string, id: string) =>
  tx.selectFrom('contacts').where('contacts.workspace_id', '=', workspaceId).where('contacts.id', '=', id)
