import { permission } from '../permission.ts'

export const mayExportReports = permission('export_reporting_data')
