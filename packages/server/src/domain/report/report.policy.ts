import { permission } from '../permission.ts'

export const mayReadReports = permission('export_reporting_data')
