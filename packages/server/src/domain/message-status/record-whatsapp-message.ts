import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { upsertWhatsappMessage } from './message-status.sql.ts'

/** A message that went out through WhatsApp, as WhatsApp tells of it. */
export interface WhatsappMessage {
  messageId: string
  templateName: string
  status: 'sent' | 'delivered' | 'read' | 'failed'
  /** The broadcast it belongs to. */
  rulesetId?: string
  conversationId?: number
  contactId?: string
  error?: { message: string; details: string }
  sentAt?: number
}

/** Whose message it is, and when it is kept. */
export interface Recorder {
  workspace: { id: string }
  now: number
}

/** Keeps a message or its later status, which no call of the API does. */
export const recordWhatsappMessage = (tx: Tx, actor: Recorder, message: WhatsappMessage): Promise<void> =>
  upsertWhatsappMessage(tx, actor, {
    whatsapp_message_id: message.messageId,
    template_name: message.templateName,
    status: message.status,
    ruleset_id: message.rulesetId ?? null,
    conversation_id: message.conversationId ?? null,
    contact_id: message.contactId ?? null,
    error: message.error ? json(message.error) : null,
    created_at: message.sentAt ?? actor.now,
  })
