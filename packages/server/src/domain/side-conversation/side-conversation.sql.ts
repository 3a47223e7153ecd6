import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export interface Participant {
  /** Lower case. */
  email: string
  name: string | null
  admin_id: number | null
}

/** A new side conversation, not yet with anybody or any words; returns its id. */
export async function insertSideConversation(
  tx: Tx,
  actor: Actor,
  { conversationId, subject }: { conversationId: number; subject: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('side_conversations')
    .values({
      ...{ workspace_id: actor.workspace.id, conversation_id: conversationId, subject },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertParticipants(
  tx: Tx,
  workspaceId: string,
  id: number,
  participants: Participant[],
): Promise<void> {
  if (participants.length === 0) return
  await tx
    .insertInto('side_conversation_participants')
    .values(participants.map(each => ({ workspace_id: workspaceId, side_conversation_id: id, ...each })))
    .execute()
}

export interface NewSidePart {
  body: string
  author: { id: number; name: string; email: string }
}

export async function insertSidePart(
  tx: Tx,
  actor: Actor,
  id: number,
  { body, author }: NewSidePart,
): Promise<void> {
  await tx
    .insertInto('side_conversation_parts')
    .values({
      ...{ workspace_id: actor.workspace.id, side_conversation_id: id, body, created_at: actor.now },
      ...{ author_type: 'admin', author_id: String(author.id) },
      ...{ author_name: author.name, author_email: author.email },
    })
    .execute()
}

/** What was written, and the thread of its mails once there is one. */
export async function touchSideConversation(
  tx: Tx,
  actor: Actor,
  id: number,
  threadKey: string | undefined,
): Promise<void> {
  await tx
    .updateTable('side_conversations')
    .set({ updated_at: actor.now, ...(threadKey !== undefined && { thread_key: threadKey }) })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

const COLUMNS = ['id', 'conversation_id', 'subject', 'thread_key', 'created_at', 'updated_at'] as const

export const selectSideConversation = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('side_conversations')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export type SideConversationRow = NonNullable<Awaited<ReturnType<typeof selectSideConversation>>>

/** One stretch of those of a conversation, the newest first, and how many there are. */
export async function selectOfConversation(
  tx: Tx,
  workspaceId: string,
  { conversationId, page }: { conversationId: number; page: NumberedPage },
): Promise<{ rows: SideConversationRow[]; total: number }> {
  const all = tx
    .selectFrom('side_conversations')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
  const [rows, { total }] = await Promise.all([
    all.select(COLUMNS).orderBy('id', 'desc').limit(page.perPage).offset(page.offset).execute(),
    all.select(row => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

/** All parts of some, the oldest first. */
export const selectSideParts = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('side_conversation_parts')
    .select(['side_conversation_id', 'id', 'body', 'created_at'])
    .select(['author_type', 'author_id', 'author_name', 'author_email'])
    .where('workspace_id', '=', workspaceId)
    .where('side_conversation_id', 'in', ids)
    .orderBy('id')
    .execute()

export type SidePartRow = Awaited<ReturnType<typeof selectSideParts>>[number]

export const selectParticipants = (tx: Tx, workspaceId: string, id: number): Promise<Participant[]> =>
  tx
    .selectFrom('side_conversation_participants')
    .select(['email', 'name', 'admin_id'])
    .where('workspace_id', '=', workspaceId)
    .where('side_conversation_id', '=', id)
    .orderBy('email')
    .execute()
