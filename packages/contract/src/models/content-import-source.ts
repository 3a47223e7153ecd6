import { model, oneOf, since, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

export const ContentImportSource = model('content_import_source', {
  type: Type.Literal('content_import_source'),
  id: Type.Integer(),
  last_synced_at: Timestamp(),
  sync_behavior: oneOf('api', 'automatic', 'manual'),
  status: oneOf('active', 'deactivated'),
  url: Type.String(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  audience_ids: since('2.15', Type.Array(Type.Integer())),
})

export const ContentImportSourceList = pageOf('content_import_sources_list', ContentImportSource)
