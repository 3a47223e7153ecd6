import type { Tx } from '../../db/database.ts'

export async function updateSecret(
  tx: Tx,
  accountId: number,
  values: { totp_secret?: string | null; totp_confirmed_at?: number | null; totp_last_step?: number | null },
  now: number,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ ...values, updated_at: now })
    .where('id', '=', accountId)
    .execute()
}

/** Notes the period a code was taken for; whether none as late was taken before. */
export async function takeStep(tx: Tx, accountId: number, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accounts')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where(row => row.or([row('totp_last_step', 'is', null), row('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function replaceCodes(tx: Tx, accountId: number, hashes: Buffer[]): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
  if (hashes.length === 0) return
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map(hash => ({ account_id: accountId, hash })))
    .execute()
}

export async function useCode(tx: Tx, accountId: number, hash: Buffer, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function countCodes(tx: Tx, accountId: number): Promise<number> {
  const { count } = await tx
    .selectFrom('recovery_codes')
    .select(row => row.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
