import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { getReady } from '../export/index.ts'
import { hasContentReceipts } from './content-receipts.sql.ts'
import { hasReceipts, isTimeRange } from './receipts.sql.ts'

/** Gets an export of messages ready to be downloaded. */
export async function runDataExport(tx: Tx, actor: Actor, input: unknown): Promise<null> {
  const hasRows = async (request: unknown) =>
    isTimeRange(request) &&
    ((await hasReceipts(tx, actor.workspace.id, request)) ||
      (await hasContentReceipts(tx, actor.workspace.id, request)))
  await getReady(tx, actor, { kind: 'content', input, hasRows })
  return null
}
