import { Dictionary, model, nullable, Timestamp, Type } from '../schema.ts'
import { flatPageOf } from './list.ts'

export const ContentSnippet = model('content_snippet', {
  type: Type.Literal('content_snippet'),
  id: Type.String(),
  title: nullable(Type.String()),
  locale: Type.String(),
  json_blocks: Type.Array(Dictionary()),
  body_markdown: nullable(Type.String()),
  chatbot_availability: Type.Integer(),
  copilot_availability: Type.Integer(),
  ai_chatbot_availability: Type.Boolean(),
  ai_copilot_availability: Type.Boolean(),
  ai_sales_agent_availability: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  audience_ids: nullable(Type.Array(Type.Integer())),
})

export const ContentSnippetList = flatPageOf('content_snippet_list', ContentSnippet)
