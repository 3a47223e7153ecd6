import { model, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

export const ExternalPage = model('external_page', {
  type: Type.Literal('external_page'),
  id: Type.String(),
  title: Type.String(),
  html: Type.String(),
  url: Type.String(),
  ai_agent_availability: Type.Boolean(),
  ai_copilot_availability: Type.Boolean(),
  ai_sales_agent_availability: Type.Boolean(),
  fin_availability: Type.Boolean(),
  locale: Type.Literal('en'),
  source_id: Type.Integer(),
  external_id: Type.String(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  last_ingested_at: Timestamp(),
})

export const ExternalPageList = pageOf('external_pages_list', ExternalPage)
