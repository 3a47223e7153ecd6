import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { placeOfMessage } from './message-id.ts'
import { selfOf } from './messenger-actor.ts'
import { countUnread, type Place } from './own.sql.ts'
import type { OwnConversation } from './own.view.ts'
import {
  countUnseenMessages,
  type OwnMessageRow,
  selectBegun,
  selectOwnMessages,
} from './own-messages.sql.ts'

/** The messages in the app to whoever looks that have no conversation yet, in the shape of one. */
export async function listOwnMessages(
  tx: Tx,
  actor: Actor,
  of: { before: Place | undefined; limit: number },
): Promise<OwnConversation[]> {
  const rows = await selectOwnMessages(tx, actor.workspace.id, selfOf(actor), of)
  return rows.map(viewMessage)
}

/** One of them to read; undefined for what is not theirs, or has become a conversation. */
export async function findOwnMessage(tx: Tx, actor: Actor, id: number): Promise<OwnConversation | undefined> {
  const [row] = await selectOwnMessages(tx, actor.workspace.id, selfOf(actor), { id, limit: 1 })
  const view = row && viewMessage(row)
  return view && { ...view, parts: [view.last_part], facts: [] }
}

/** The id of the conversation that a message to whoever looks has become. */
export async function conversationOf(tx: Tx, actor: Actor, messageId: number): Promise<string | undefined> {
  const id = await selectBegun(tx, actor.workspace.id, { messageId, contactId: selfOf(actor) })
  return id === undefined ? undefined : String(id)
}

/** In how many conversations and messages somebody has written to a contact what they have not seen. */
export async function countOwnUnread(tx: Tx, workspaceId: string, contactId: string): Promise<number> {
  const [conversations, messages] = await Promise.all([
    countUnread(tx, workspaceId, contactId),
    countUnseenMessages(tx, workspaceId, contactId),
  ])
  return conversations + messages
}

function viewMessage(row: OwnMessageRow): OwnConversation {
  const { created_at, author_id } = row
  return {
    ...{ type: 'messenger_conversation', id: placeOfMessage(row.id), kind: 'message' },
    ...{ title: row.subject || null, open: true, created_at, updated_at: created_at },
    unread: row.status === 'sent',
    last_part: {
      ...{ type: 'messenger_part', id: '0', body: row.body, attachments: [], created_at },
      author: {
        ...{
          kind: row.kind === 'bot' ? 'bot' : 'teammate',
          id: author_id === null ? null : String(author_id),
        },
        ...{ name: row.name, avatar: row.avatar_url },
      },
      ...{ quick_replies: [], form: null, state: null, redacted: false },
    },
    ...{ ticket: null, rating: null },
  }
}
