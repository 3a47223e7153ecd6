import { model, oneOf, Type } from '../schema.ts'

export const DataExport = model('data_export', {
  status: oneOf('pending', 'in_progress', 'failed', 'completed', 'no_data', 'canceled'),
  download_expires_at: Type.String(),
  download_url: Type.String(),
  job_identifier: Type.String(),
})
