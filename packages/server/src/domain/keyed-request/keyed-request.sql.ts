import type { Tx } from '../../db/database.ts'

interface Claim {
  workspaceId: string
  appId: number
  key: string
  requestHash: Buffer
}

/** Whether the key was free. Waits for a transaction that is about to take it. */
export async function claimKey(tx: Tx, claim: Claim & { now: number }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('idempotency_keys')
    .values({
      workspace_id: claim.workspaceId,
      app_id: claim.appId,
      key: claim.key,
      request_hash: claim.requestHash,
      created_at: claim.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function settleKey(tx: Tx, claim: Claim & { body: string }): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ body: claim.body })
    .where('workspace_id', '=', claim.workspaceId)
    .where('app_id', '=', claim.appId)
    .where('key', '=', claim.key)
    .execute()
}

export async function readKey(
  tx: Tx,
  claim: Claim,
): Promise<{ requestHash: Buffer; body: string | null } | undefined> {
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'body'])
    .where('workspace_id', '=', claim.workspaceId)
    .where('app_id', '=', claim.appId)
    .where('key', '=', claim.key)
    .executeTakeFirst()
  return row && { requestHash: row.request_hash, body: row.body }
}

/** Deletes the keys first seen before a moment. */
export async function deleteKeys(tx: Tx, workspaceId: string, before: number): Promise<void> {
  await tx
    .deleteFrom('idempotency_keys')
    .where('workspace_id', '=', workspaceId)
    .where('created_at', '<', before)
    .execute()
}
