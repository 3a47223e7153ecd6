import { Admin } from './models/admin.ts'
import { Company } from './models/company.ts'
import { Contact } from './models/contact.ts'
import { Reference } from './models/reference.ts'
import { SubscriptionType } from './models/subscription-type.ts'
import { Tag } from './models/tag.ts'
import { Dictionary, model, nullable, optional, Timestamp, Type } from './schema.ts'

/** An admin in a webhook names the reason to be away by its words instead of its id. */
export const AdminEvent = model('admin_event', {
  ...Admin.properties,
  away_status_reason: optional(nullable(Type.String())),
})

/** All that is told of something deleted. */
export const DeletedItem = model('deleted_item', {
  type: Type.String(),
  id: Type.Union([Type.String(), Type.Integer()]),
  deleted: Type.Literal(true),
})

/** The contact that survived a merge, and the one that did not. */
export const MergedContact = model('contact', {
  ...Contact.properties,
  merged_from: Type.Object({ type: Type.Literal('contact'), id: Type.String() }),
})

/** A contact and a company that came together or parted. */
export const CompanyContact = model('company_contact', {
  type: Type.Literal('company_contact'),
  company: Company,
  contact: Contact,
})

export const ContactTag = model('contact_tag', {
  type: Type.Literal('contact_tag'),
  created_at: Timestamp(),
  tag: Tag,
  contact: Contact,
})

export const ContactSubscription = model('contact_subscription', {
  type: Type.Literal('contact_subscription'),
  subscription: SubscriptionType,
  contact: Contact,
})

export const AudienceMembership = model('audience_membership', {
  type: Type.Literal('audience_membership'),
  audience_id: Type.String(),
  content: Reference,
})

const AnswerTold = Type.Object({
  answered_at: Type.String(),
  question_id: Type.String(),
  question_text: nullable(Type.String()),
  response: nullable(Type.String()),
})

/** What happened to a message: opened, clicked, answered. Its times are ISO texts. */
export const ContentStat = model('content_stat', {
  type: Type.String(),
  created_at: Type.String(),
  content_stat: Dictionary(),
  contact: Contact,
  company: optional(Company),
  /** What was answered, where it is an answer to a survey; all that was, where a survey was completed. */
  answer: optional(AnswerTold),
  answers: optional(Type.Array(AnswerTold)),
})

export const ApiRequest = model('api_request', {
  type: Type.Literal('api.request'),
  method: Type.String(),
  path: Type.String(),
  status: Type.Integer(),
  completed_at: Type.String(),
})

export const ConnectorExecution = model('connector_execution', {
  type: Type.Literal('data_connector.execution'),
  id: Type.String(),
  app_id: Type.String(),
  action_id: Type.String(),
  action_name: Type.String(),
  success: Type.Boolean(),
  http_status: Type.Integer(),
  error_type: nullable(Type.String()),
  execution_time_ms: nullable(Type.Integer()),
  completed_at: Type.String(),
  source_type: nullable(Type.String()),
  source_id: nullable(Type.String()),
  conversation_id: nullable(Type.String()),
  user_id: nullable(Type.String()),
  admin_id: nullable(Type.String()),
})

/** A procedure asks a human for attributes. */
export const HitlNotification = model('hitl_notification', {
  type: Type.Literal('procedure.hitl_notification'),
  app_id: Type.String(),
  conversation_id: Type.String(),
  step_id: Type.String(),
  procedure_name: Type.String(),
  hitl_question: Type.String(),
  attributes_to_collect: Type.Array(Dictionary()),
  callback_url: Type.String(),
  expires_at: Timestamp(),
  priority: Type.String(),
  assign_to: nullable(Dictionary()),
  conversation_url: Type.String(),
  recent_messages: Type.Array(Dictionary()),
})

export const Ping = model('ping', { type: Type.Literal('ping'), message: Type.String() })
