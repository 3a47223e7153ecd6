import { model, nullable, oneOf, optional, since, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

/** How the crawl of a website stands; ours alone. */
export const WebsiteCrawl = model('website_crawl', {
  state: oneOf('running', 'done', 'failed'),
  reason: nullable(Type.String()),
  found: Type.Integer(),
  waiting: Type.Integer(),
  fetched: Type.Integer(),
  failed: Type.Integer(),
  skipped: Type.Integer(),
  gone: Type.Integer(),
  started_at: Timestamp(),
  finished_at: nullable(Timestamp()),
})

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
  crawl: optional(WebsiteCrawl),
})

export const ContentImportSourceList = pageOf('content_import_sources_list', ContentImportSource)
