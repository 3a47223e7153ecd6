import type { ContentSnippet } from '@guichet/contract/models/content-snippet.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Block } from '../../text/blocks.ts'
import type { SnippetRow } from './content-snippet.sql.ts'

export type SnippetView = Static<typeof ContentSnippet>

/** The Markdown of a snippet begins with its title. */
export const viewSnippet = (row: SnippetRow, audienceIds: number[]): SnippetView => ({
  type: 'content_snippet',
  id: String(row.id),
  title: row.title,
  locale: row.locale,
  json_blocks: readStored(row.json_blocks),
  body_markdown: `# ${row.title}\n${row.body_markdown && `\n${row.body_markdown}`}`,
  chatbot_availability: Number(row.ai_chatbot_availability),
  copilot_availability: Number(row.ai_copilot_availability),
  ai_chatbot_availability: row.ai_chatbot_availability,
  ai_copilot_availability: row.ai_copilot_availability,
  ai_sales_agent_availability: row.ai_sales_agent_availability,
  created_at: row.created_at,
  updated_at: row.updated_at,
  audience_ids: audienceIds,
})

/** Blocks as they are stored. */
export const readStored = (stored: unknown): Block[] =>
  Array.isArray(stored) ? stored.filter(each => typeof each === 'object' && each !== null) : []
