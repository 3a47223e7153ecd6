import { reportingExports } from '@guichet/contract/operations/reporting-exports.ts'
import { downloadReport, findReport, listDatasets, startReport } from '../domain/reporting/index.ts'
import { handlers } from './handlers.ts'

export const reportingExportRoutes = handlers(reportingExports, {
  create: ({ tx, actor, body }) => startReport(tx, actor, body),
  listDatasets: ({ tx, actor }) => listDatasets(tx, actor),
  find: ({ tx, actor, params }) => findReport(tx, actor, params.job_identifier),
  download: ({ tx, actor, params }) => downloadReport(tx, actor, params.job_identifier),
})
