import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type SnippetRow = Awaited<ReturnType<typeof selectSnippets>>[number]

/** Snippets, in no order. */
export const selectSnippets = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('content_snippets')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

/** One page of snippets, those changed last first, and how many there are. */
export async function selectSnippetPage(
  tx: Tx,
  workspaceId: string,
  page: NumberedPage,
): Promise<{ rows: SnippetRow[]; total: number }> {
  const all = tx.selectFrom('content_snippets').where('workspace_id', '=', workspaceId)
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    all
      .selectAll()
      .orderBy('updated_at', 'desc')
      .orderBy('id', 'desc')
      .limit(page.perPage)
      .offset(page.offset)
      .execute(),
  ])
  return { rows, total }
}

/** What a request says of a snippet. */
export interface SnippetPatch {
  title?: string
  locale?: string
  json_blocks?: unknown[]
  body_markdown?: string
  ai_chatbot_availability?: boolean
  ai_copilot_availability?: boolean
  ai_sales_agent_availability?: boolean
}

export const insertSnippet = (
  tx: Tx,
  actor: Actor,
  {
    json_blocks,
    ...row
  }: SnippetPatch & { title: string; locale: string; json_blocks: unknown[]; body_markdown: string },
): Promise<SnippetRow> =>
  tx
    .insertInto('content_snippets')
    .values({
      ...{ ...row, workspace_id: actor.workspace.id, json_blocks: json(json_blocks) },
      ...{
        created_by: actor.adminId,
        updated_by: actor.adminId,
        created_at: actor.now,
        updated_at: actor.now,
      },
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateSnippetRow = (
  tx: Tx,
  actor: Actor,
  id: number,
  { json_blocks, ...patch }: SnippetPatch,
): Promise<SnippetRow> =>
  tx
    .updateTable('content_snippets')
    .set({
      ...{ ...patch, updated_by: actor.adminId, updated_at: actor.now },
      ...(json_blocks && { json_blocks: json(json_blocks) }),
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Deletes snippets, and answers which there were; taggings name them without a foreign key. */
export async function deleteSnippetRows(tx: Tx, workspaceId: string, ids: number[]): Promise<number[]> {
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'content_snippet')
    .where('object_id', '=', sql<string>`any(${ids.map(String)}::text[])`)
    .execute()
  const rows = await tx
    .deleteFrom('content_snippets')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}
