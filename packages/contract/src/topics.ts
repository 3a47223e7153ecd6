import { ActivityLog } from './models/activity-log.ts'
import { Article } from './models/article.ts'
import { Audience } from './models/audience.ts'
import { Call } from './models/call.ts'
import { Company } from './models/company.ts'
import { Contact } from './models/contact.ts'
import { ContentImportSource } from './models/content-import-source.ts'
import { ContentSnippet } from './models/content-snippet.ts'
import { Conversation } from './models/conversation.ts'
import { DataEvent } from './models/data-event.ts'
import { Job } from './models/job.ts'
import { Ticket } from './models/ticket.ts'
import type { TSchema } from './schema.ts'
import {
  AdminEvent,
  ApiRequest,
  AudienceMembership,
  CompanyContact,
  ConnectorExecution,
  ContactSubscription,
  ContactTag,
  ContentStat,
  DeletedItem,
  HitlNotification,
  MergedContact,
  Ping,
} from './topic-items.ts'
import type { Version } from './version.ts'

/** A kind of webhook: what `data.item` is, which permission the app needs (null: none), and since when it exists. */
export interface Topic {
  item: TSchema
  scope: string | null
  since?: Version
}

const topic = <const T extends Record<string, Topic>>(topics: T): T => topics

/** Every topic an app may subscribe to. */
export const topics = topic({
  'admin.added_to_workspace': { item: AdminEvent, scope: 'read_admins' },
  'admin.removed_from_workspace': { item: AdminEvent, scope: 'read_admins' },
  'admin.away_mode_updated': { item: AdminEvent, scope: 'read_admins' },
  'admin.logged_in': { item: AdminEvent, scope: 'read_admins' },
  'admin.logged_out': { item: AdminEvent, scope: 'read_admins' },
  'admin.activity_log_event.created': { item: ActivityLog, scope: 'read_admin_activity_logs' },
  'article.created': { item: Article, scope: 'read_articles_scope' },
  'article.updated': { item: Article, scope: 'read_articles_scope' },
  'article.published': { item: Article, scope: 'read_articles_scope' },
  'article.unpublished': { item: Article, scope: 'read_articles_scope' },
  'article.deleted': { item: DeletedItem, scope: 'read_articles_scope' },
  'audience.created': { item: Audience, scope: 'read_content', since: 'Preview' },
  'audience.updated': { item: Audience, scope: 'read_content', since: 'Preview' },
  'audience.deleted': { item: DeletedItem, scope: 'read_content', since: 'Preview' },
  'audience.member_added': { item: AudienceMembership, scope: 'read_content', since: 'Preview' },
  'audience.member_removed': { item: AudienceMembership, scope: 'read_content', since: 'Preview' },
  'call.started': { item: Call, scope: 'read_conversations' },
  'call.ended': { item: Call, scope: 'read_conversations' },
  'call.recording_available': { item: Call, scope: 'read_conversations' },
  'call.transcription_available': { item: Call, scope: 'read_conversations' },
  'company.created': { item: Company, scope: 'read_users_and_companies' },
  'company.updated': { item: Company, scope: 'read_users_and_companies' },
  'company.deleted': { item: DeletedItem, scope: 'read_users_and_companies' },
  'company.contact.attached': { item: CompanyContact, scope: 'read_users_and_companies' },
  'company.contact.detached': { item: CompanyContact, scope: 'read_users_and_companies' },
  'contact.archived': { item: Contact, scope: 'read_users_and_companies' },
  'contact.unarchive': { item: Contact, scope: 'read_users_and_companies' },
  'contact.email.updated': { item: Contact, scope: 'read_users_and_companies' },
  'contact.subscribed': { item: Contact, scope: 'read_users_and_companies' },
  'contact.unsubscribed': { item: Contact, scope: 'read_users_and_companies' },
  'contact.lead.created': { item: Contact, scope: 'read_users_and_companies' },
  'contact.lead.updated': { item: Contact, scope: 'read_users_and_companies' },
  'contact.lead.added_email': { item: Contact, scope: 'read_users_and_companies' },
  'contact.lead.signed_up': { item: Contact, scope: 'read_users_and_companies' },
  'contact.user.created': { item: Contact, scope: 'read_users_and_companies' },
  'contact.user.updated': { item: Contact, scope: 'read_users_and_companies' },
  'contact.merged': { item: MergedContact, scope: 'read_users_and_companies' },
  'contact.deleted': { item: DeletedItem, scope: 'read_users_and_companies' },
  'contact.lead.tag.created': { item: ContactTag, scope: 'read_users_and_companies' },
  'contact.lead.tag.deleted': { item: ContactTag, scope: 'read_users_and_companies' },
  'contact.user.tag.created': { item: ContactTag, scope: 'read_users_and_companies' },
  'contact.user.tag.deleted': { item: ContactTag, scope: 'read_users_and_companies' },
  'content_import_source.created': { item: ContentImportSource, scope: 'read_content', since: 'Preview' },
  'content_import_source.updated': { item: ContentImportSource, scope: 'read_content', since: 'Preview' },
  'content_import_source.deleted': { item: DeletedItem, scope: 'read_content', since: 'Preview' },
  'content_snippet.created': { item: ContentSnippet, scope: 'read_content' },
  'content_snippet.updated': { item: ContentSnippet, scope: 'read_content' },
  'content_snippet.deleted': { item: DeletedItem, scope: 'read_content' },
  'content_stat.banner': { item: ContentStat, scope: 'read_content' },
  'content_stat.carousel': { item: ContentStat, scope: 'read_content' },
  'content_stat.chat': { item: ContentStat, scope: 'read_content' },
  'content_stat.checklist': { item: ContentStat, scope: 'read_content' },
  'content_stat.custom_bot': { item: ContentStat, scope: 'read_content' },
  'content_stat.email': { item: ContentStat, scope: 'read_content' },
  'content_stat.news_item': { item: ContentStat, scope: 'read_content' },
  'content_stat.post': { item: ContentStat, scope: 'read_content' },
  'content_stat.push': { item: ContentStat, scope: 'read_content' },
  'content_stat.series': { item: ContentStat, scope: 'read_content' },
  'content_stat.series.webhook': { item: ContentStat, scope: 'read_content' },
  'content_stat.sms': { item: ContentStat, scope: 'read_content' },
  'content_stat.survey': { item: ContentStat, scope: 'read_content' },
  'content_stat.tooltip_group': { item: ContentStat, scope: 'read_content' },
  'content_stat.tour': { item: ContentStat, scope: 'read_content' },
  'conversation.user.created': { item: Conversation, scope: 'read_conversations' },
  'conversation.user.replied': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.replied': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.noted': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.assigned': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.open.assigned': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.opened': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.closed': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.snoozed': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.unsnoozed': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.single.created': { item: Conversation, scope: 'read_conversations' },
  'conversation.operator.replied': { item: Conversation, scope: 'read_conversations' },
  'conversation.read': { item: Conversation, scope: 'read_conversations' },
  'conversation.priority.updated': { item: Conversation, scope: 'read_conversations' },
  'conversation.rating.added': { item: Conversation, scope: 'read_conversations' },
  'conversation.contact.attached': { item: Conversation, scope: 'read_conversations' },
  'conversation.contact.detached': { item: Conversation, scope: 'read_conversations' },
  'conversation.company.updated': { item: Conversation, scope: 'read_conversations' },
  'conversation.admin.replied.translated': {
    item: Conversation,
    scope: 'read_conversations',
    since: 'Preview',
  },
  'conversation.deleted': { item: DeletedItem, scope: 'read_conversations' },
  'conversation_part.redacted': { item: Conversation, scope: 'read_conversations' },
  'conversation_part.tag.created': { item: Conversation, scope: 'read_conversations' },
  'ticket.created': { item: Ticket, scope: 'read_tickets' },
  'ticket.state.updated': { item: Ticket, scope: 'read_tickets' },
  'ticket.note.created': { item: Ticket, scope: 'read_tickets' },
  'ticket.admin.assigned': { item: Ticket, scope: 'read_tickets' },
  'ticket.team.assigned': { item: Ticket, scope: 'read_tickets' },
  'ticket.contact.attached': { item: Ticket, scope: 'read_tickets' },
  'ticket.contact.detached': { item: Ticket, scope: 'read_tickets' },
  'ticket.attribute.updated': { item: Ticket, scope: 'read_tickets' },
  'ticket.admin.replied': { item: Ticket, scope: 'read_tickets' },
  'ticket.contact.replied': { item: Ticket, scope: 'read_tickets' },
  'ticket.rating.provided': { item: Ticket, scope: 'read_tickets' },
  'ticket.resolved': { item: Ticket, scope: 'read_tickets', since: '2.15' },
  'ticket.admin.replied.translated': { item: Ticket, scope: 'read_tickets', since: 'Preview' },
  'ticket.closed': { item: Ticket, scope: 'read_tickets' },
  'event.created': { item: DataEvent, scope: 'read_events' },
  'job.completed': { item: Job, scope: 'read_jobs' },
  'visitor.signed_up': { item: Contact, scope: 'read_users_and_companies' },
  'granular.subscribe': { item: ContactSubscription, scope: 'read_users_and_companies' },
  'granular.unsubscribe': { item: ContactSubscription, scope: 'read_users_and_companies' },
  'api.request.completed': { item: ApiRequest, scope: 'read_api_activity_logs' },
  'data_connector.execution.completed': { item: ConnectorExecution, scope: 'read_data_connectors' },
  'procedure.hitl_notification.created': {
    item: HitlNotification,
    scope: 'read_conversations',
    since: 'Preview',
  },
  ping: { item: Ping, scope: null },
})

export type TopicName = keyof typeof topics

/**
 * What the log says, beside topics, of a change that no topic tells of. Ours: no webhook carries it, and no app subscribes to it; the
 * feed and the streams have it, so that whoever keeps what it read knows what to read again.
 */
export type ChangeNotice = 'object.changed' | 'object.deleted'

/** What an event of the log is about. */
export type EventName = TopicName | ChangeNotice

export const isTopic = (name: string): name is TopicName => Object.hasOwn(topics, name)

export const isNotice = (name: string): name is ChangeNotice =>
  name === 'object.changed' || name === 'object.deleted'
