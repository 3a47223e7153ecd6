import { DataExport } from '../models/data-export.ts'
import { family } from '../operation.ts'
import { IntegerInput, model } from '../schema.ts'

export const CreateDataExportsRequest = model('create_data_exports_request', {
  created_at_after: IntegerInput(),
  created_at_before: IntegerInput(),
})

export const dataExports = family({
  create: {
    method: 'POST',
    path: '/export/content/data',
    scope: 'export_message_data',
    summary: 'Start a message export',
    body: CreateDataExportsRequest,
    enqueues: true,
    answer: DataExport,
  },
  find: {
    method: 'GET',
    path: '/export/content/data/{job_identifier}',
    scope: 'export_message_data',
    summary: 'How a message export stands',
    answer: DataExport,
  },
  cancel: {
    method: 'POST',
    path: '/export/cancel/{job_identifier}',
    scope: 'export_message_data',
    summary: 'Cancel a message export',
    answer: DataExport,
  },
  download: {
    method: 'GET',
    path: '/download/content/data/{job_identifier}',
    scope: 'export_message_data',
    summary: 'Who received which message, as gzipped CSV',
    raw: true,
    gives: 'application/octet-stream',
  },
})
