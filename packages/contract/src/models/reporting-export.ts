import { model, oneOf, since, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const ReportingExport = model('reporting_export', {
  job_identifier: Type.String(),
  status: oneOf('pending', 'in_progress', 'complete', 'failed'),
  download_url: Type.String(),
  download_expires_at: Type.String(),
})

export const ReportingDataset = model('reporting_dataset', {
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  default_time_attribute_id: Type.String(),
  attributes: Type.Array(
    Type.Object({ id: Type.String(), qualified_id: since('2.16', Type.String()), name: Type.String() }),
  ),
})

export const ReportingDatasetList = listOf('reporting_dataset_list', ReportingDataset)
