import type { Conversation, Part } from '../../data/conversations.ts'

/** What a conversation began with, in the shape of the parts that follow. */
export const sourceAsPart = ({ source, created_at }: Conversation): Part => ({
  type: 'conversation_part',
  id: `source-${source.id}`,
  // A call has no words: it is something that was done.
  part_type: source.type === 'phone_call' && !source.body ? 'phone_call' : 'comment',
  body: source.body,
  ...{ created_at, updated_at: created_at, notified_at: created_at },
  assigned_to: null,
  author: source.author,
  attachments: source.attachments,
  external_id: null,
  redacted: source.redacted,
  ...{ email_message_metadata: null, metadata: null, event_details: null, app_package_code: null },
  state: 'open',
  tags: [],
})
