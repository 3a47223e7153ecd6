import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Place } from './own.sql.ts'

export type OwnMessageRow = Awaited<ReturnType<typeof selectOwnMessages>>[number]

/** Messages in the app to a contact that nobody has replied to, the latest first. */
export const selectOwnMessages = (
  tx: Tx,
  workspaceId: string,
  contactId: string,
  of: { id?: number; before?: Place | undefined; limit: number },
) =>
  tx
    .selectFrom('message_recipients as mine')
    .innerJoin('messages', join =>
      join
        .onRef('messages.workspace_id', '=', 'mine.workspace_id')
        .onRef('messages.id', '=', 'mine.message_id'),
    )
    .leftJoin('admins as author', join =>
      join
        .onRef('author.workspace_id', '=', 'messages.workspace_id')
        .onRef('author.id', '=', 'messages.admin_id'),
    )
    .select(['messages.id', 'messages.subject', 'messages.body', 'mine.created_at', 'mine.status'])
    .select(['author.id as author_id', 'author.name', 'author.avatar_url', 'author.kind'])
    .where('mine.workspace_id', '=', workspaceId)
    .where('mine.contact_id', '=', contactId)
    .where(IS_AWAITING)
    .$if(of.id !== undefined, query => query.where('mine.message_id', '=', of.id ?? 0))
    .$if(of.before !== undefined, query => query.where(behind(of.before ?? { updatedAt: 0, id: 0 })))
    .orderBy('mine.created_at', 'desc')
    .orderBy('mine.message_id', 'desc')
    .limit(of.limit)
    .execute()

/** Said as its index says it. */
const IS_AWAITING = sql<boolean>`mine.awaits_reply`

const behind = ({ updatedAt, id }: Place): Expression<SqlBool> =>
  sql<boolean>`(mine.created_at, mine.message_id) < (${updatedAt}, ${id})`

/** How many of them a contact has not seen. */
export async function countUnseenMessages(tx: Tx, workspaceId: string, contactId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('message_recipients as mine')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('mine.workspace_id', '=', workspaceId)
    .where('mine.contact_id', '=', contactId)
    .where(IS_AWAITING)
    .where('mine.status', '=', 'sent')
    .executeTakeFirstOrThrow()
  return count
}

/** The conversation that a message to a contact has become. */
export async function selectBegun(
  tx: Tx,
  workspaceId: string,
  { messageId, contactId }: { messageId: number; contactId: string },
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('message_recipients')
    .select('conversation_id')
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', messageId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  return row?.conversation_id ?? undefined
}
