export { downloadReport, findReport, listDatasets, startReport } from './reporting-export.ts'
export { runReport } from './run-report.ts'
