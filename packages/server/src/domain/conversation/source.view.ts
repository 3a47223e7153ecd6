import type { ConversationSource } from '@guichet/contract/models/conversation-source.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'
import { viewAttachment } from './attachment.ts'
import type { ViewRow } from './conversation.view.sql.ts'
import { plainFor } from './plain.ts'

/** The message a conversation began with, which is none of its parts. */
export function viewSource(
  actor: Actor,
  row: ViewRow,
  displayAs: string | undefined,
): Static<typeof ConversationSource> {
  const plain = plainFor(actor, displayAs)
  return {
    type: row.source_type,
    id: String(row.source_id),
    delivered_as: row.source_delivered_as,
    subject: plain(row.source_subject),
    body: plain(row.source_body ?? ''),
    author: {
      type: row.source_author_type ?? 'bot',
      id: row.source_author_id,
      name: row.source_author_name,
      email: row.source_author_email,
    },
    attachments: row.source_attachments.map(file => viewAttachment(actor, file)),
    url: row.source_url,
    redacted: row.source_redacted,
    ...row.source_email,
  }
}
