import { Dictionary, model, nullable, oneOf, optional, since, Timestamp, Type } from '../schema.ts'
import { AiAgent, AiTopics, SalesAgent } from './ai-agent.ts'
import { Company } from './company.ts'
import { ContactReference } from './contact.ts'
import { ConversationParts } from './conversation-part.ts'
import { ConversationRating } from './conversation-rating.ts'
import { ConversationMonitorEvaluation, ConversationScorecard } from './conversation-review.ts'
import { ConversationSource } from './conversation-source.ts'
import { ConversationStatistics } from './conversation-statistics.ts'
import { LinkedObjectList } from './linked-object.ts'
import { CursorPages } from './pages.ts'
import { Reference } from './reference.ts'
import { AppliedTags } from './tag.ts'

export const ConversationContacts = model('conversation_contacts', {
  type: Type.Literal('contact.list'),
  contacts: Type.Array(ContactReference),
})

/** The admins who wrote in a conversation. */
export const ConversationTeammates = model('conversation_teammates', {
  type: Type.Literal('admin.list'),
  admins: Type.Array(Reference),
})

export const ConversationFirstContactReply = model('conversation_first_contact_reply', {
  created_at: Timestamp(),
  type: Type.String(),
  url: nullable(Type.String()),
})

export const SlaApplied = model('sla_applied', {
  type: Type.Literal('conversation_sla_summary'),
  sla_name: Type.String(),
  sla_status: oneOf('hit', 'missed', 'cancelled', 'active'),
})

export const ConversationChannel = model('conversation_channel', {
  initial: nullable(Type.String()),
  current: nullable(Type.String()),
})

export const ConversationExternalReference = model('conversation_external_reference', {
  type: Type.String(),
  id: Type.String(),
})

/** A conversation. Lists and searches leave `conversation_parts` out. */
export const Conversation = model('conversation', {
  type: Type.Literal('conversation'),
  id: Type.String(),
  title: nullable(Type.String()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  waiting_since: nullable(Timestamp()),
  snoozed_until: nullable(Timestamp()),
  open: Type.Boolean(),
  state: oneOf('open', 'closed', 'snoozed'),
  read: Type.Boolean(),
  priority: oneOf('none', 'low', 'medium', 'high', 'urgent'),
  admin_assignee_id: Type.Integer(),
  team_assignee_id: Type.Integer(),
  company: since('2.15', optional(nullable(Company))),
  tags: AppliedTags,
  conversation_rating: nullable(ConversationRating),
  source: ConversationSource,
  contacts: ConversationContacts,
  teammates: nullable(ConversationTeammates),
  custom_attributes: Dictionary(),
  first_contact_reply: nullable(ConversationFirstContactReply),
  sla_applied: nullable(SlaApplied),
  statistics: nullable(ConversationStatistics),
  conversation_parts: optional(ConversationParts),
  /** Only where contacts are attached and detached: who joined, or who is left. */
  customers: optional(Type.Array(Reference)),
  linked_objects: since('2.10', LinkedObjectList),
  ai_topics: since('2.16', optional(nullable(AiTopics))),
  ai_agent_participated: since('2.11', Type.Boolean()),
  ai_agent: since('2.11', nullable(AiAgent)),
  sales_agent_participated: since('2.16', optional(Type.Boolean())),
  sales_agent: since('2.16', optional(nullable(SalesAgent))),
  channel: since('2.16', optional(nullable(ConversationChannel))),
  external_references: since('2.16', optional(Type.Array(ConversationExternalReference))),
  monitor_evaluations: since('2.16', optional(Type.Array(ConversationMonitorEvaluation))),
  scorecards: since('2.16', optional(Type.Array(ConversationScorecard))),
  topics: Dictionary(),
  ticket: since('2.9', nullable(Dictionary())),
})

export const ConversationList = model('conversation_list', {
  type: Type.Literal('conversation.list'),
  conversations: Type.Array(Conversation),
  total_count: Type.Integer(),
  pages: CursorPages,
})

export const ConversationDeleted = model('conversation_deleted', {
  id: Type.String(),
  object: Type.Literal('conversation'),
  deleted: Type.Boolean(),
})
