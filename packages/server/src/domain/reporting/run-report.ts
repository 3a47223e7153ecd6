import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { getReady } from '../export/index.ts'
import { isReport, reportPages } from './report.ts'

/** Gets a report ready to be downloaded. Reading its first row shows whether it can be made at all. */
export async function runReport(tx: Tx, actor: Actor, input: unknown): Promise<null> {
  const hasRows = async (request: unknown) => {
    if (!isReport(request)) throw new Error('the request of a report is none')
    for await (const rows of reportPages(tx, actor.workspace, request, 1)) if (rows.length > 0) return true
    return false
  }
  await getReady(tx, actor, { kind: 'reporting', input, hasRows })
  return null
}
