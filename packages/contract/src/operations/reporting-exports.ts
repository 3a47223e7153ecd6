import { ReportingDatasetList, ReportingExport } from '../models/reporting-export.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, Type } from '../schema.ts'

export const CreateReportingExportRequest = model('create_reporting_export_request', {
  dataset_id: Type.String(),
  attribute_ids: Type.Array(Type.String()),
  start_time: IntegerInput(),
  end_time: IntegerInput(),
})

export const reportingExports = family({
  create: {
    method: 'POST',
    path: '/export/reporting_data/enqueue',
    since: '2.14',
    scope: 'export_reporting_data',
    summary: 'Start a reporting export',
    body: CreateReportingExportRequest,
    answer: ReportingExport,
  },
  listDatasets: {
    method: 'GET',
    path: '/export/reporting_data/get_datasets',
    since: '2.14',
    scope: 'export_reporting_data',
    summary: 'What can be exported',
    answer: ReportingDatasetList,
  },
  find: {
    method: 'GET',
    path: '/export/reporting_data/{job_identifier}',
    since: '2.14',
    scope: 'export_reporting_data',
    summary: 'How a reporting export stands',
    query: Type.Object({ app_id: Type.String(), client_id: Type.String() }),
    answer: ReportingExport,
  },
  download: {
    method: 'GET',
    path: '/download/reporting_data/{job_identifier}',
    since: '2.14',
    scope: 'export_reporting_data',
    summary: 'The exported rows, gzipped CSV',
    query: Type.Object({ app_id: Type.String() }),
  },
})
