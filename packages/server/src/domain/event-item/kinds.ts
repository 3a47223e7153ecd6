import { fieldsOf } from '@guichet/contract/fields.ts'
import type { TopicName } from '@guichet/contract/topics.ts'
import type { LoggedEvent } from '../../events/logged-event.ts'
import { contentStat } from './content-stat-kind.ts'
import type { Noun } from './found.ts'
import { isoOf, type Kind } from './kind.ts'

/** The object alone. */
const whole = (noun: Noun): Kind => ({
  needs: ({ object }) => [[noun, object.id]],
  item: ({ object }, found) => found[noun].get(object.id),
})

const gone: Kind = { needs: () => [], item: () => undefined }

/** An admin with the words of the reason to be away in place of its id. */
const admin: Kind = {
  needs: ({ object }) => [['admin', object.id]],
  item({ object, payload }, found) {
    const view = found.admin.get(object.id)
    if (!view) return undefined
    const { away_status_reason_id: _, ...rest } = view
    return { ...rest, away_status_reason: textOf(payload['away_status_reason']) }
  },
}

const mergedContact: Kind = {
  needs: ({ object }) => [['contact', object.id]],
  item({ object, payload }, found) {
    const contact = found.contact.get(object.id)
    return contact && { ...contact, merged_from: payload['merged_from'] }
  },
}

const contactTag: Kind = {
  needs: ({ object }) => [['contact', object.id]],
  item({ object, payload, createdAt }, found) {
    const contact = found.contact.get(object.id)
    const { id, name } = fieldsOf(payload['tag'])
    return contact && { type: 'contact_tag', created_at: createdAt, tag: { type: 'tag', id, name }, contact }
  },
}

const contactSubscription: Kind = {
  needs: ({ object, payload }) => [
    ['contact', object.id],
    ['subscription_type', String(payload['subscription_type_id'])],
  ],
  item({ object, payload }, found) {
    const contact = found.contact.get(object.id)
    const subscription = found.subscription_type.get(String(payload['subscription_type_id']))
    return contact && subscription && { type: 'contact_subscription', subscription, contact }
  },
}

const companyContact: Kind = {
  needs: ({ object, payload }) => [
    ['company', object.id],
    ['contact', String(fieldsOf(payload['contact'])['id'])],
  ],
  item({ object, payload }, found) {
    const company = found.company.get(object.id)
    const contact = found.contact.get(String(fieldsOf(payload['contact'])['id']))
    return company && contact && { type: 'company_contact', company, contact }
  },
}

const audienceMembership: Kind = {
  needs: () => [],
  item: ({ object, payload }) => ({
    type: 'audience_membership',
    audience_id: object.id,
    content: payload['content'],
  }),
}

/** A conversation with just the parts that tell what happened. */
const conversation: Kind = {
  needs: ({ object }) => [['conversation', object.id]],
  item(event, found) {
    const view = found.conversation.get(event.object.id)
    const told = new Set(partIdsOf(event))
    const parts = view?.conversation_parts?.conversation_parts.filter(part => told.has(part.id)) ?? []
    return (
      view && {
        ...view,
        conversation_parts: {
          ...{ type: 'conversation_part.list', conversation_parts: parts, total_count: parts.length },
        },
      }
    )
  },
}

const connectorExecution: Kind = {
  needs: ({ object }) => [['data_connector_execution', object.id]],
  item({ workspaceId, object, payload }, found) {
    const run = found.data_connector_execution.get(object.id)
    return (
      run && {
        type: 'data_connector.execution',
        ...{ id: run.id, app_id: workspaceId, action_id: run.data_connector_id },
        action_name: textOf(payload['action_name']) ?? '',
        ...{ success: run.success, http_status: run.http_status ?? 0, error_type: run.error_type ?? null },
        execution_time_ms: run.execution_time_ms ?? null,
        completed_at: run.created_at,
        ...{ source_type: run.source_type ?? null, source_id: run.source_id ?? null },
        conversation_id: run.conversation_id ?? null,
        ...{ user_id: textOf(payload['user_id']), admin_id: textOf(payload['admin_id']) },
      }
    )
  },
}

/** A request of the API; the log holds all there is to tell. */
const apiRequest: Kind = {
  needs: () => [],
  item: ({ payload, createdAt }) => ({
    type: 'api.request',
    method: String(payload['method']),
    path: String(payload['path']),
    status: Number(payload['status']),
    completed_at: isoOf(createdAt),
  }),
}

const contact = whole('contact')
const ticket = whole('ticket')

/** How the item of each topic is made. */
export const KINDS: Record<TopicName, Kind> = {
  'admin.added_to_workspace': admin,
  'admin.removed_from_workspace': admin,
  'admin.away_mode_updated': admin,
  'admin.logged_in': admin,
  'admin.logged_out': admin,
  'admin.activity_log_event.created': whole('activity_log'),
  'article.created': whole('article'),
  'article.updated': whole('article'),
  'article.published': whole('article'),
  'article.unpublished': whole('article'),
  'article.deleted': gone,
  'audience.created': whole('audience'),
  'audience.updated': whole('audience'),
  'audience.deleted': gone,
  'audience.member_added': audienceMembership,
  'audience.member_removed': audienceMembership,
  'call.started': whole('call'),
  'call.ended': whole('call'),
  'call.recording_available': whole('call'),
  'call.transcription_available': whole('call'),
  'company.created': whole('company'),
  'company.updated': whole('company'),
  'company.deleted': gone,
  'company.contact.attached': companyContact,
  'company.contact.detached': companyContact,
  'contact.archived': contact,
  'contact.unarchive': contact,
  'contact.email.updated': contact,
  'contact.subscribed': contact,
  'contact.unsubscribed': contact,
  'contact.lead.created': contact,
  'contact.lead.updated': contact,
  'contact.lead.added_email': contact,
  'contact.lead.signed_up': contact,
  'contact.user.created': contact,
  'contact.user.updated': contact,
  'contact.merged': mergedContact,
  'contact.deleted': gone,
  'contact.lead.tag.created': contactTag,
  'contact.lead.tag.deleted': contactTag,
  'contact.user.tag.created': contactTag,
  'contact.user.tag.deleted': contactTag,
  'content_import_source.created': whole('content_import_source'),
  'content_import_source.updated': whole('content_import_source'),
  'content_import_source.deleted': gone,
  'content_snippet.created': whole('content_snippet'),
  'content_snippet.updated': whole('content_snippet'),
  'content_snippet.deleted': gone,
  'content_stat.banner': contentStat,
  'content_stat.carousel': contentStat,
  'content_stat.chat': contentStat,
  'content_stat.checklist': contentStat,
  'content_stat.custom_bot': contentStat,
  'content_stat.email': contentStat,
  'content_stat.news_item': contentStat,
  'content_stat.post': contentStat,
  'content_stat.push': contentStat,
  'content_stat.series': contentStat,
  'content_stat.series.webhook': contentStat,
  'content_stat.sms': contentStat,
  'content_stat.survey': contentStat,
  'content_stat.tooltip_group': contentStat,
  'content_stat.tour': contentStat,
  'conversation.user.created': conversation,
  'conversation.user.replied': conversation,
  'conversation.admin.replied': conversation,
  'conversation.admin.noted': conversation,
  'conversation.admin.assigned': conversation,
  'conversation.admin.open.assigned': conversation,
  'conversation.admin.opened': conversation,
  'conversation.admin.closed': conversation,
  'conversation.admin.snoozed': conversation,
  'conversation.admin.unsnoozed': conversation,
  'conversation.admin.single.created': conversation,
  'conversation.operator.replied': conversation,
  'conversation.read': conversation,
  'conversation.priority.updated': conversation,
  'conversation.rating.added': conversation,
  'conversation.contact.attached': conversation,
  'conversation.contact.detached': conversation,
  'conversation.company.updated': conversation,
  'conversation.admin.replied.translated': conversation,
  'conversation.deleted': gone,
  'conversation_part.redacted': conversation,
  'conversation_part.tag.created': conversation,
  'ticket.created': ticket,
  'ticket.state.updated': ticket,
  'ticket.note.created': ticket,
  'ticket.admin.assigned': ticket,
  'ticket.team.assigned': ticket,
  'ticket.contact.attached': ticket,
  'ticket.contact.detached': ticket,
  'ticket.attribute.updated': ticket,
  'ticket.admin.replied': ticket,
  'ticket.contact.replied': ticket,
  'ticket.rating.provided': ticket,
  'ticket.resolved': ticket,
  'ticket.admin.replied.translated': ticket,
  'ticket.closed': ticket,
  'event.created': whole('event'),
  'job.completed': whole('job'),
  'visitor.signed_up': contact,
  'granular.subscribe': contactSubscription,
  'granular.unsubscribe': contactSubscription,
  'api.request.completed': apiRequest,
  'data_connector.execution.completed': connectorExecution,
  // Looked up by itself; what is left is that the run is gone.
  'procedure.hitl_notification.created': gone,
  ping: gone,
}

/** The parts that tell what happened, where the log names any. */
export function partIdsOf({ payload }: LoggedEvent): string[] {
  const { part_ids, part_id } = payload
  if (Array.isArray(part_ids)) return part_ids.map(String)
  return part_id === undefined ? [] : [String(part_id)]
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null
