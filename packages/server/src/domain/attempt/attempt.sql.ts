import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Limit } from './attempt.ts'

/**
 * Counts one attempt, unless it comes too soon after those before; the count, or undefined for one that has to wait. The row
 * is held till the end of the transaction, so that attempts at once are counted one after the other.
 */
export async function countAttempt(
  tx: Tx,
  { key, free, longest, window }: Limit,
  now: number,
): Promise<number | undefined> {
  const wait = sql<number>`least(${longest}, 5 * power(2, least(sign_in_attempts.failures - ${free}, 20)))`
  const row = await tx
    .insertInto('sign_in_attempts')
    .values({ key, failures: 1, last_at: now })
    .onConflict(conflict =>
      conflict
        .column('key')
        .doUpdateSet({
          failures: sql<number>`case when sign_in_attempts.last_at < ${now - window} then 1
            else sign_in_attempts.failures + 1 end`,
          last_at: now,
        })
        .where(
          sql<boolean>`sign_in_attempts.failures < ${free} or sign_in_attempts.last_at + ${wait} <= ${now}`,
        ),
    )
    .returning('failures')
    .executeTakeFirst()
  return row?.failures
}

/** How long an attempt has to wait at most, in seconds. */
export async function selectWait(tx: Tx, { key, free, longest }: Limit, now: number): Promise<number> {
  const row = await tx
    .selectFrom('sign_in_attempts')
    .select(['failures', 'last_at'])
    .where('key', '=', key)
    .executeTakeFirst()
  const wait = row ? Math.min(longest, 5 * 2 ** Math.min(Math.max(row.failures - free, 0), 20)) : 0
  return Math.max(1, (row?.last_at ?? now) + wait - now)
}

export async function takeBack(tx: Tx, key: string): Promise<void> {
  await tx
    .updateTable('sign_in_attempts')
    .set({ failures: sql<number>`greatest(failures - 1, 0)` })
    .where('key', '=', key)
    .execute()
}

export async function deleteAttempts(tx: Tx, keys: string[]): Promise<void> {
  await tx.deleteFrom('sign_in_attempts').where('key', 'in', keys).execute()
}

export async function deleteOld(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('sign_in_attempts').where('last_at', '<', before).execute()
}
