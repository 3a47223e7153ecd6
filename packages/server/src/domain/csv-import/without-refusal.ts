import { Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { releaseRow, rollBackRow, saveRow } from './changes.sql.ts'

/** Does something of which nothing is left where it is refused, and says why then. */
export async function withoutRefusal(
  tx: Tx,
  work: () => Promise<unknown>,
): Promise<{ reason: 'refused'; details: string } | undefined> {
  await saveRow(tx)
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await rollBackRow(tx)
    await releaseRow(tx)
    return { reason: 'refused', details: error.message }
  }
  await releaseRow(tx)
  return undefined
}
