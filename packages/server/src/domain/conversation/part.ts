import type { ConversationPartMetadata } from '@guichet/contract/models/conversation-part.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { AdminRef } from '../admin/index.ts'
import type { Attachment } from './attachment.ts'
import { fetchLater } from './fetch-attachments.ts'
import { insertParts } from './part.sql.ts'
import type { Changes } from './standing.ts'

/** Who a part is by, as they are now. */
export interface PartAuthor {
  type: string
  id: string | null
  name: string | null
  email: string | null
  from_ai_agent?: boolean
  is_ai_answer?: boolean
}

/** What the author of a part wrote, where the customer got a translation of it: the body of the part is that. Both are HTML. */
export interface Written {
  locale: string
  body: string
  /** The language of the translation. */
  to: string
}

/** A part about to be added to a conversation. `body` is sanitised HTML. */
export interface NewPart {
  part_type: string
  author: PartAuthor
  body?: string | null
  written?: Written | undefined
  /** When it was, in seconds; now when left out. */
  created_at?: number
  notified_at?: number | null
  assigned_to?: { type: string; id: string | null } | null
  attachments?: Attachment[]
  metadata?: Static<typeof ConversationPartMetadata>
  event_details?: unknown
  email_message_metadata?: unknown
  ticket_state?: string
  previous_ticket_state?: string
  updated_attribute_data?: unknown
  tags?: unknown[]
  /** The state the part left the conversation in; open when left out. */
  state?: 'open' | 'closed' | 'snoozed'
  external_id?: string | null
  app_package_code?: string | null
}

export interface PartToAdd {
  conversationId: number
  part: NewPart
  /** What else changes of the conversation, in the same statement. */
  changes?: Changes
  /** The admin who is one of the conversation's teammates from now on. */
  teammate?: AdminRef
}

/** Adds a part to a conversation that its caller has checked, and counts it. Returns the part's id. */
export async function addPart(tx: Tx, actor: Actor, input: PartToAdd): Promise<number> {
  const [id] = await addParts(tx, actor, { ...input, parts: [input.part] })
  if (id === undefined) throw new Error('a part was added to a conversation that is not there')
  return id
}

/** Adds parts in their order. Returns their ids. */
export async function addParts(
  tx: Tx,
  actor: Actor,
  input: Omit<PartToAdd, 'part'> & { parts: NewPart[] },
): Promise<number[]> {
  const { conversationId, parts, changes = {}, teammate } = input
  if (parts.length === 0) return []
  const teammateId = teammate?.kind === 'admin' ? teammate.id : undefined
  const ids = await insertParts(tx, actor, { conversationId, parts, changes, teammateId })
  await fetchLater(
    tx,
    actor,
    conversationId,
    parts.flatMap(({ attachments = [] }) => attachments),
  )
  return ids
}

/** A teammate, or the Operator bot, as an author. */
export const adminAuthor = ({ id, kind, name, email }: AdminRef): PartAuthor => ({
  type: kind,
  id: String(id),
  name,
  email,
})

/** A contact as an author. */
export const contactAuthor = (contact: {
  id: string
  role: string
  name: string | null
  email: string | null
}): PartAuthor => ({
  type: contact.role === 'user' ? 'user' : 'lead',
  id: contact.id,
  name: contact.name,
  email: contact.email,
})
