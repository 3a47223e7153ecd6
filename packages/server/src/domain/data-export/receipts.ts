import type { Tx } from '../../db/database.ts'
import { toPlain } from '../../text/html.ts'
import type { Cell } from '../export/index.ts'
import { type ReceiptKey, type ReceiptRow, selectReceipts, type TimeRange } from './receipts.sql.ts'

/** Columns of the file that this product has something to say in, each from a receipt. */
const TOLD: Record<string, (row: ReceiptRow) => Cell> = {
  user_id: row => row.contact_id,
  user_external_id: row => row.external_id,
  company_id: row => row.company_id ?? row.first_company_id ?? NONE,
  email: row => row.email,
  name: row => row.name,
  ruleset_id: row => row.message_id,
  // A message has one wording and is never edited: it is its own content and its own version.
  content_id: row => row.message_id,
  content_type: row => CONTENT_TYPES[row.message_type] ?? row.message_type,
  content_title: row => row.subject || toPlain(row.body).slice(0, LONGEST_TITLE),
  ruleset_version_id: row => row.message_id,
  receipt_id: row => `${row.message_id}-${row.contact_id}`,
  received_at: row => row.received_at,
  // What is sent from here is in no series.
  series_id: () => NONE,
  first_reply: row => row.first_reply,
}

/** The columns of the file in their published order; `first_dismisall` is spelt as there. */
export const RECEIPT_COLUMNS = [
  ...['user_id', 'user_external_id', 'company_id', 'email', 'name', 'ruleset_id', 'content_id'],
  ...['content_type', 'content_title', 'ruleset_version_id', 'receipt_id', 'received_at'],
  ...['series_id', 'series_title', 'node_id', 'first_reply', 'first_completion'],
  ...['first_series_completion', 'first_series_disengagement', 'first_series_exit'],
  ...['first_goal_success', 'first_open', 'first_click', 'first_dismisall', 'first_unsubscribe'],
  'first_hard_bounce',
]

export const NONE = -1
const CONTENT_TYPES: Record<string, string> = {
  inapp: 'Chat',
  email: 'Email',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
}
const LONGEST_TITLE = 100
const PAGE = 1000

/** The receipts of a time as rows of the file, a page at a time. */
export async function* receiptPages(tx: Tx, workspaceId: string, range: TimeRange): AsyncIterable<Cell[][]> {
  let after: ReceiptKey | undefined
  for (;;) {
    const rows: ReceiptRow[] = await selectReceipts(tx, workspaceId, { range, after, most: PAGE })
    yield rows.map(cellsOf)
    after = rows.at(-1)
    if (rows.length < PAGE) return
  }
}

const cellsOf = (row: ReceiptRow): Cell[] => RECEIPT_COLUMNS.map(column => TOLD[column]?.(row) ?? null)
