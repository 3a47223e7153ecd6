import type { Tx } from '../../db/database.ts'

const select = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('fin_settings')
    .select(['stream_secret', 'asks_for_rating'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()

/** How Fin behaves in a workspace; undefined before it first did anything there. */
export const selectSettings = select

/** The same, made where it is not there. */
export async function ensureSettings(tx: Tx, workspaceId: string) {
  const known = await select(tx, workspaceId)
  if (known) return known
  await tx
    .insertInto('fin_settings')
    .values({ workspace_id: workspaceId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const made = await select(tx, workspaceId)
  if (!made) throw new Error('the settings of Fin could not be made')
  return made
}

/** Changes how Fin behaves in a workspace. */
export async function updateSettings(
  tx: Tx,
  workspaceId: string,
  changes: { asks_for_rating?: boolean; people_answer_procedures?: boolean },
): Promise<void> {
  await ensureSettings(tx, workspaceId)
  await tx.updateTable('fin_settings').set(changes).where('workspace_id', '=', workspaceId).execute()
}
