import { errors, type Kind } from '../errors.ts'
import { ReportingDatasetList, ReportingExport } from '../models/reporting-export.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, optional, Type, texts } from '../schema.ts'

const saying = (message: string): Kind => ({ ...errors.reportInvalid, message })
const required = (field: string) => ({ missing: saying(`'${field}' is a required parameter`) })

export const CreateReportingExportRequest = model('create_reporting_export_request', {
  dataset_id: texts(Type.String(), required('dataset_id')),
  attribute_ids: texts(Type.Array(Type.String()), {
    ...required('attribute_ids'),
    invalid: saying("'attribute_ids' not an array must be of type Array"),
  }),
  start_time: texts(IntegerInput(), required('start_time')),
  end_time: texts(IntegerInput(), required('end_time')),
})

/** The description asks for these; clients in the wild go without, and nothing depends on them. */
const whoAsks = { app_id: optional(Type.String()), client_id: optional(Type.String()) }

export const reportingExports = family({
  create: {
    method: 'POST',
    path: '/export/reporting_data/enqueue',
    since: '2.14',
    scope: 'export_reporting_data',
    summary: 'Start a reporting export',
    body: CreateReportingExportRequest,
    enqueues: true,
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
    query: Type.Object(whoAsks),
    answer: ReportingExport,
  },
  download: {
    method: 'GET',
    path: '/download/reporting_data/{job_identifier}',
    since: '2.14',
    scope: 'export_reporting_data',
    summary: 'The exported rows, as gzipped CSV',
    query: Type.Object({ app_id: optional(Type.String()) }),
    raw: true,
    gives: 'application/octet-stream',
  },
})
