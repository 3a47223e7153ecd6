import { reportsIncludeUnanswered } from '@guichet/contract/changes/gates.ts'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { ReportingDatasetList, ReportingExport } from '@guichet/contract/models/reporting-export.ts'
import type { RawAnswer } from '@guichet/contract/operation.ts'
import type { CreateReportingExportRequest } from '@guichet/contract/operations/reporting-exports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type Export, findExport, gzippedCsv, requireFile, startExport, viewExport } from '../export/index.ts'
import { readAttributeIds, requireDataset, viewDatasets } from './datasets.ts'
import { headOf, isReport, type Report, reportPages } from './report.ts'
import { mayExportReports } from './reporting.policy.ts'

export type ReportingExportView = Static<typeof ReportingExport>

/** What can be reported on. */
export async function listDatasets(tx: Tx, actor: Actor): Promise<Static<typeof ReportingDatasetList>> {
  mayExportReports(actor)
  return { type: 'list', data: await viewDatasets(tx, actor) }
}

/** Enqueues a report on a time, both ends included; 400 for what no dataset has, 429 with five under way. */
export async function startReport(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateReportingExportRequest>,
): Promise<ReportingExportView> {
  mayExportReports(actor)
  const { dataset_id, start_time: from, end_time: to } = request
  const attribute_ids = await readAttributeIds(tx, actor, requireDataset(dataset_id), request.attribute_ids)
  if (from > to) throw problem(errors.reportInvalid, 'start_time must not be after end_time')
  const unanswered = actor.gates.has(reportsIncludeUnanswered)
  const report: Report = { dataset_id, attribute_ids, from, to, unanswered }
  const started = await startExport(tx, actor, {
    ...{ kind: 'reporting', request: report, most: 5, refusal: errors.reportingExportsPending },
  })
  return view(actor, started)
}

/** How a report stands; 404 when there is none. */
export async function findReport(tx: Tx, actor: Actor, id: string): Promise<ReportingExportView> {
  mayExportReports(actor)
  return view(actor, await findExport(tx, actor, 'reporting', id))
}

/**
 * The file of a report; 404 when there is none to be had. It says that it is gzipped: clients of the original read it as
 * text right away, while what saves it as it comes has a .gz file.
 */
export async function downloadReport(tx: Tx, actor: Actor, id: string): Promise<RawAnswer> {
  mayExportReports(actor)
  const { request } = await requireFile(tx, actor, 'reporting', id)
  if (!isReport(request)) throw new Error(`export ${id} is no report`)
  return {
    headers: {
      'content-type': 'application/octet-stream',
      'content-encoding': 'gzip',
      'content-disposition': `attachment; filename="${id}.csv"`,
    },
    body: gzippedCsv(headOf(request), reportPages(tx, actor.workspace, request)),
  }
}

/** Reports cannot be canceled. */
const view = (actor: Actor, of: Export): ReportingExportView => ({
  ...viewExport(actor, of, '/download/reporting_data'),
  status: of.status === 'ready' ? 'complete' : of.status === 'canceled' ? 'failed' : of.status,
})
