import { model, Type } from '../schema.ts'

export const EcommerceCatalogUploadPartResponse = model('ecommerce_catalog_upload_part_response', {
  import_job_id: Type.String(),
  next_part_number: Type.Integer(),
})

export const EcommerceCatalogUploadResponse = model('ecommerce_catalog_upload_response', {
  import_job_id: Type.String(),
  status: Type.Literal('processing'),
  message: Type.String(),
})
