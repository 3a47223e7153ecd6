import type { ConversationPart } from '@guichet/contract/models/conversation-part.ts'
import type { SideConversation, SideConversationSummary } from '@guichet/contract/models/side-conversation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { viewAttachment } from '../conversation/index.ts'
import {
  type SideConversationRow,
  type SidePartRow,
  selectParticipants,
  selectSideParts,
} from './side-conversation.sql.ts'

/** Side conversations with all their parts, as the public API lists them. */
export async function summarise(
  tx: Tx,
  actor: Actor,
  rows: SideConversationRow[],
): Promise<Static<typeof SideConversationSummary>[]> {
  const parts = await partsOf(tx, actor, rows)
  return rows.map(({ id }) => {
    const own = parts.get(id) ?? []
    return { side_conversation_id: String(id), conversation_parts: own, total_count: own.length }
  })
}

/** One of them with everybody who takes part. */
export async function viewSideConversation(
  tx: Tx,
  actor: Actor,
  row: SideConversationRow,
): Promise<Static<typeof SideConversation>> {
  const parts = (await partsOf(tx, actor, [row])).get(row.id) ?? []
  const participants = await selectParticipants(tx, actor.workspace.id, row.id)
  return {
    type: 'side_conversation',
    id: String(row.id),
    conversation_id: String(row.conversation_id),
    subject: row.subject,
    participants: participants.map(({ admin_id, name, email, fault }) => ({
      type: admin_id === null ? 'email' : 'admin',
      id: admin_id === null ? null : String(admin_id),
      ...{ name, email, fault },
    })),
    ...{ created_at: row.created_at, updated_at: row.updated_at },
    ...{ conversation_parts: parts, total_count: parts.length },
  }
}

async function partsOf(tx: Tx, actor: Actor, rows: SideConversationRow[]) {
  if (rows.length === 0) return new Map<number, PartView[]>()
  const ids = rows.map(({ id }) => id)
  const found = await selectSideParts(tx, actor.workspace.id, ids)
  const grouped = Map.groupBy(found, part => part.side_conversation_id)
  return new Map([...grouped].map(([id, parts]) => [id, parts.map(part => viewPart(actor, part))]))
}

type PartView = Static<typeof ConversationPart>

/** A part as parts are told everywhere; much of what other parts have, these have not. */
const viewPart = (actor: Actor, row: SidePartRow): PartView => ({
  type: 'conversation_part',
  id: String(row.id),
  part_type: 'comment',
  body: row.body,
  ...{ created_at: row.created_at, updated_at: row.created_at, notified_at: row.created_at },
  assigned_to: null,
  author: { id: row.author_id, type: row.author_type, name: row.author_name, email: row.author_email },
  attachments: row.attachments.map(file => viewAttachment(actor, file)),
  ...{ external_id: null, redacted: false, metadata: null, email_message_metadata: null },
  ...{ state: 'open', tags: [], event_details: null, app_package_code: null },
})
