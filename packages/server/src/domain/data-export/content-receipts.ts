import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Tx } from '../../db/database.ts'
import type { Cell } from '../export/index.ts'
import {
  type ContentReceiptKey,
  type ContentReceiptRow,
  selectContentReceipts,
} from './content-receipts.sql.ts'
import type { TimeRange } from './receipts.sql.ts'
import { NONE, RECEIPT_COLUMNS } from './receipts.ts'

/** Columns of the file that programs which show content have something to say in. */
const TOLD: Record<string, (row: ContentReceiptRow) => Cell> = {
  user_id: row => row.contact_id,
  user_external_id: row => row.external_id,
  company_id: row => row.company_id ?? NONE,
  email: row => row.email,
  name: row => row.name,
  ruleset_id: row => row.ruleset_id,
  content_id: row => row.content_id,
  content_type: row => CONTENT_TYPES[row.content_type] ?? row.content_type,
  content_title: row => row.content_title,
  ruleset_version_id: row => row.ruleset_version_id,
  receipt_id: row => row.receipt_id,
  received_at: row => row.received_at,
  series_id: row => row.series_id ?? NONE,
  series_title: row => row.series_title,
  node_id: row => row.node_id,
  first_reply: row => whenFirst(row, 'reply'),
  first_completion: row => whenFirst(row, 'completion'),
  first_series_completion: row => whenFirst(row, 'series_completion'),
  first_series_disengagement: row => whenFirst(row, 'series_disengagement'),
  first_series_exit: row => whenFirst(row, 'series_exit'),
  first_goal_success: row => whenFirst(row, 'goal_success'),
  first_open: row => whenFirst(row, 'open'),
  first_click: row => whenFirst(row, 'click'),
  first_dismisall: row => whenFirst(row, 'dismissal'),
}

const CONTENT_TYPES: Record<string, string> = {
  ...{ carousel: 'Carousel', checklist: 'Checklist', custom_bot: 'Custom Bot', post: 'Post', push: 'Push' },
  ...{ series: 'Series', 'series.webhook': 'Series Webhook', survey: 'Survey' },
  ...{ tooltip_group: 'Tooltip Group', tour: 'Tour' },
}

function whenFirst({ happened }: ContentReceiptRow, stat: string): Cell {
  const at = fieldsOf(happened)[stat]
  return typeof at === 'number' ? at : null
}

const PAGE = 1000

/** What other programs showed in a time, as rows of the file, a page at a time. */
export async function* contentReceiptPages(
  tx: Tx,
  workspaceId: string,
  range: TimeRange,
): AsyncIterable<Cell[][]> {
  let after: ContentReceiptKey | undefined
  for (;;) {
    const rows: ContentReceiptRow[] = await selectContentReceipts(tx, workspaceId, {
      range,
      after,
      most: PAGE,
    })
    yield rows.map(row => RECEIPT_COLUMNS.map(column => TOLD[column]?.(row) ?? null))
    after = rows.at(-1)
    if (rows.length < PAGE) return
  }
}
