import {
  EcommerceCatalogUploadPartResponse,
  EcommerceCatalogUploadResponse,
} from '../models/ecommerce-catalog.ts'
import { family } from '../operation.ts'
import { BooleanInput, IdInput, model, optional, Type } from '../schema.ts'

/** A multipart form: the file, and the place of this part in a catalog sent in several. */
export const UploadCatalogRequest = model('upload_catalog_request', {
  catalog: optional(Type.Unknown()),
  finalize: optional(BooleanInput()),
  import_job_id: optional(IdInput()),
  /** Checked by the domain, whose refusal is 422. */
  part_number: optional(Type.Unknown()),
})

export const ecommerce = family({
  uploadCatalog: {
    method: 'POST',
    path: '/ecommerce/connectors/{id}/catalog',
    since: 'Preview',
    scope: 'write_ecommerce_catalog',
    summary: 'Upload a catalog, whole or in parts',
    body: UploadCatalogRequest,
    form: true,
    maxBody: 100 * 1024 * 1024,
    enqueues: true,
    bodyOptional: true,
    status: 202,
    answer: Type.Union([EcommerceCatalogUploadPartResponse, EcommerceCatalogUploadResponse]),
  },
})
