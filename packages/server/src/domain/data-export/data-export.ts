import { errors } from '@guichet/contract/errors.ts'
import type { DataExport } from '@guichet/contract/models/data-export.ts'
import type { RawAnswer } from '@guichet/contract/operation.ts'
import type { CreateDataExportsRequest } from '@guichet/contract/operations/data-exports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import {
  type Cell,
  cancelExport,
  type Export,
  findExport,
  gzippedCsv,
  requireFile,
  startExport,
  viewExport,
} from '../export/index.ts'
import { contentReceiptPages } from './content-receipts.ts'
import { mayExportMessages } from './data-export.policy.ts'
import { isTimeRange, type TimeRange } from './receipts.sql.ts'
import { RECEIPT_COLUMNS, receiptPages } from './receipts.ts'

export type DataExportView = Static<typeof DataExport>

/** Enqueues an export of the messages sent in a time, both ends of it included; 429 while another is under way. */
export async function startDataExport(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateDataExportsRequest>,
): Promise<DataExportView> {
  mayExportMessages(actor)
  const range = { from: request.created_at_after, to: request.created_at_before }
  const started = await startExport(tx, actor, {
    ...{ kind: 'content', request: range, most: 1, refusal: errors.dataExportPending },
  })
  return view(actor, started)
}

/** How an export stands; 404 when there is none. */
export async function findDataExport(tx: Tx, actor: Actor, id: string): Promise<DataExportView> {
  mayExportMessages(actor)
  return view(actor, await findExport(tx, actor, 'content', id))
}

/** Cancels an export, wherever it stands; 404 when there is none. */
export async function cancelDataExport(tx: Tx, actor: Actor, id: string): Promise<DataExportView> {
  mayExportMessages(actor)
  return view(actor, await cancelExport(tx, actor, 'content', id))
}

/** The file of an export; one without data has a head and no rows. 404 when there is none to be had. */
export async function downloadDataExport(tx: Tx, actor: Actor, id: string): Promise<RawAnswer> {
  mayExportMessages(actor)
  const { request } = await requireFile(tx, actor, 'content', id)
  if (!isTimeRange(request)) throw new Error(`export ${id} is of no time`)
  return {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${id}.csv.gz"`,
    },
    body: gzippedCsv(RECEIPT_COLUMNS, allPages(tx, actor.workspace.id, request)),
  }
}

/** What was sent from here, and then what other programs showed. */
async function* allPages(tx: Tx, workspaceId: string, range: TimeRange): AsyncIterable<Cell[][]> {
  yield* receiptPages(tx, workspaceId, range)
  yield* contentReceiptPages(tx, workspaceId, range)
}

const view = (actor: Actor, of: Export): DataExportView => {
  const done = of.hasRows ? 'completed' : 'no_data'
  return {
    ...viewExport(actor, of, of.hasRows ? '/download/content/data' : undefined),
    status: of.status === 'ready' ? done : of.status,
  }
}
