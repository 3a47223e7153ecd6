import { model, nullable, oneOf, optional, since, Timestamp, Type } from '../schema.ts'
import { EmailMessageMetadata } from './email-metadata.ts'
import { PagesBothWays } from './pages.ts'
import { PartAttachment } from './part-attachment.ts'
import { Reference } from './reference.ts'
import { Tag } from './tag.ts'

const Priority = oneOf('none', 'low', 'medium', 'high', 'urgent')

const SlaDefinition = Type.Object({
  first_reply_time: nullable(Type.Integer()),
  next_reply_time: nullable(Type.Integer()),
  resolution_time: nullable(Type.Integer()),
  time_to_close: nullable(Type.Integer()),
})

export const QuickReplyOption = model('quick_reply_option', {
  text: Type.String(),
  uuid: Type.String(),
})

export const ConversationPartMetadata = model('conversation_part_metadata', {
  quick_reply_options: optional(Type.Array(QuickReplyOption)),
  quick_reply_uuid: optional(Type.String()),
})

export const ConversationPartAuthor = model('conversation_part_author', {
  type: Type.String(),
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  email: nullable(Type.String()),
  from_ai_agent: since('2.14', optional(Type.Boolean())),
  is_ai_answer: since('2.14', optional(Type.Boolean())),
})

/** What happened to an attribute, by an action or by a workflow. */
const plainDetails = {
  workflow: optional(Type.Object({ name: Type.String() })),
  attribute: optional(Type.Object({ name: Type.String() })),
  value: optional(Type.Object({ name: Type.String(), previous: optional(nullable(Type.String())) })),
  action: optional(Type.Object({ name: Type.String(), result: optional(oneOf('success', 'failed')) })),
  event: optional(Type.Object({ type: Type.String(), result: Type.String() })),
}

/** What happened, for parts that are not words; which keys there are follows from the part's type. */
export const EventDetails = model('event_details', {
  ...plainDetails,
  call_id: optional(Type.String()),
  tags_added: optional(Type.Array(Type.String())),
  tags_removed: optional(Type.Array(Type.String())),
  until: optional(Type.String()),
  custom_until_time: optional(nullable(Type.String())),
  current_priority: optional(Priority),
  previous_priority: optional(Priority),
  /** How a team gave a conversation to one of its own. */
  distribution_method: optional(oneOf('round_robin', 'load_balanced')),
  distribution_team: optional(Type.Object({ id: Type.String(), name: Type.String() })),
  sla_name: optional(Type.String()),
  sla_definition: optional(SlaDefinition),
  sla_target_type: optional(Type.String()),
  current_sla_status: optional(Type.String()),
  sla_states: optional(
    Type.Record(
      Type.String(),
      Type.Object({ status: Type.String(), seconds_remaining: nullable(Type.Integer()) }),
    ),
  ),
})

/** The details that versions before Preview know; any other event has none there. */
export const PlainEventDetails = Type.Object(plainDetails)

export const ConversationPart = model('conversation_part', {
  type: Type.Literal('conversation_part'),
  id: Type.String(),
  part_type: Type.String(),
  body: nullable(Type.String()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  notified_at: Timestamp(),
  assigned_to: nullable(Reference),
  author: ConversationPartAuthor,
  attachments: Type.Array(PartAttachment),
  external_id: nullable(Type.String()),
  redacted: Type.Boolean(),
  email_message_metadata: since('2.13', nullable(EmailMessageMetadata)),
  metadata: since('2.13', nullable(ConversationPartMetadata)),
  state: since('2.13', oneOf('open', 'closed', 'snoozed')),
  tags: since('2.13', Type.Array(Tag)),
  event_details: since('2.13', nullable(EventDetails)),
  app_package_code: since('2.13', nullable(Type.String())),
  translations: since('Preview', optional(nullable(Type.Record(Type.String(), Type.String())))),
  external_reply_send_state: since('Preview', optional(Type.String())),
  seen_state: since('Preview', optional(Type.Object({ admin_seen: Type.Boolean() }))),
})

export const ConversationParts = model('conversation_parts', {
  type: Type.Literal('conversation_part.list'),
  conversation_parts: Type.Array(ConversationPart),
  total_count: Type.Integer(),
})

/** Parts of a conversation, oldest first: as many of them as one asks for, from anywhere in it. */
export const ConversationPartPage = model('conversation_part_page', {
  type: Type.Literal('list'),
  data: Type.Array(ConversationPart),
  pages: PagesBothWays,
})
