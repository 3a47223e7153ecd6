import type { Tx } from '../../db/database.ts'

/** Calls, and what else came or went by telephone, are those of the other from then on. */
export async function moveCalls(tx: Tx, workspaceId: string, from: string, into: string): Promise<void> {
  for (const table of ['calls', 'phone_call_redirects', 'whatsapp_messages'] as const)
    await tx
      .updateTable(table)
      .set({ contact_id: into })
      .where('workspace_id', '=', workspaceId)
      .where('contact_id', '=', from)
      .execute()
}
