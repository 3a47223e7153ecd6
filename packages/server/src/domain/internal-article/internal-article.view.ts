import type { InternalArticle } from '@guichet/contract/models/internal-article.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { audiencesOn } from '../audience/index.ts'
import { tagsOn } from '../tag/index.ts'
import { selectInternalArticles } from './internal-article.sql.ts'

export type InternalArticleView = Static<typeof InternalArticle>

/** The internal articles of these ids, in their order; ids of none are left out. */
export async function viewInternalArticles(
  tx: Tx,
  actor: Actor,
  ids: number[],
): Promise<InternalArticleView[]> {
  if (ids.length === 0) return []
  const { id: workspaceId } = actor.workspace
  const [rows, tags, audiences] = await Promise.all([
    selectInternalArticles(tx, workspaceId, ids),
    tagsOn(tx, workspaceId, 'internal_article', ids.map(String)),
    audiencesOn(tx, workspaceId, 'internal_article', ids),
  ])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const { title, body, body_markdown, owner_id, author_id, created_at, updated_at, locale, folder_id } = row
    return [
      {
        type: 'internal_article',
        id: String(id),
        ...{ title, body, body_markdown, owner_id, author_id, created_at, updated_at, locale, folder_id },
        audience_ids: audiences.get(id) ?? [],
        ai_chatbot_availability: row.ai_chatbot_availability,
        ai_copilot_availability: row.ai_copilot_availability,
        ai_sales_agent_availability: row.ai_sales_agent_availability,
        tags: { type: 'tag.list', tags: tags.get(String(id)) ?? [] },
      },
    ]
  })
}
