import type { AiAgent, AiTopics } from '@guichet/contract/models/ai-agent.ts'
import type { Conversation } from '@guichet/contract/models/conversation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { compiledOnce } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import type { Attachment } from './attachment.ts'
import { contactsBeside, linksBeside } from './beside.sql.ts'
import type { TeamTime } from './standing.ts'

type View = Static<typeof Conversation>

interface Asked {
  workspaceId: string
  ids: number[]
}

/** Conversations as their view needs them, in no order. Participants, tags, teammates, links and the ticket come along. */
const select = (tx: Tx, { workspaceId, ids }: Asked) =>
  tx
    .selectFrom('conversations')
    .select(PLAIN)
    .select(row => [
      row.ref('custom_attributes').$castTo<Record<string, unknown>>().as('custom_attributes'),
      row.ref('topics').$castTo<Record<string, unknown>>().as('topics'),
      row.ref('ai_topics').$castTo<Static<typeof AiTopics> | null>().as('ai_topics'),
      row.ref('ai_agent').$castTo<Partial<Static<typeof AiAgent>> | null>().as('ai_agent'),
      row.ref('sla_applied').$castTo<View['sla_applied']>().as('sla_applied'),
      row.ref('external_references').$castTo<View['external_references'] | null>().as('external_references'),
      row.ref('source_attachments').$castTo<Attachment[]>().as('source_attachments'),
      row.ref('source_email').$castTo<SourceEmail | null>().as('source_email'),
      row.ref('assigned_team_first_response_time').$castTo<TeamTime[]>().as('team_times'),
      row
        .ref('assigned_team_first_response_time_in_office_hours')
        .$castTo<TeamTime[]>()
        .as('team_times_worked'),
    ])
    .select(row => [
      contactsBeside(workspaceId).as('contacts'),
      jsonArrayFrom(
        row
          .selectFrom('taggings')
          .innerJoin('tags', join =>
            join
              .onRef('tags.workspace_id', '=', 'taggings.workspace_id')
              .onRef('tags.id', '=', 'taggings.tag_id'),
          )
          .select(['tags.id', 'tags.name', 'taggings.applied_at', 'taggings.applied_by'])
          .where('taggings.workspace_id', '=', workspaceId)
          .where('taggings.object_type', '=', 'conversation')
          .where('taggings.object_id', '=', sql<string>`conversations.id::text`)
          .orderBy('taggings.applied_at', 'desc')
          .orderBy('tags.id', 'desc'),
      ).as('tags'),
      jsonArrayFrom(
        row
          .selectFrom('conversation_teammates')
          .select('conversation_teammates.admin_id as id')
          .where('conversation_teammates.workspace_id', '=', workspaceId)
          .whereRef('conversation_teammates.conversation_id', '=', 'conversations.id')
          .orderBy('conversation_teammates.created_at')
          .orderBy('conversation_teammates.admin_id'),
      ).as('teammates'),
      linksBeside(workspaceId).as('links'),
      jsonObjectFrom(
        row
          .selectFrom('tickets')
          .innerJoin('ticket_states', join =>
            join
              .onRef('ticket_states.workspace_id', '=', 'tickets.workspace_id')
              .onRef('ticket_states.id', '=', 'tickets.ticket_state_id'),
          )
          .select([
            sql<string>`tickets.id::text`.as('id'),
            sql<string>`tickets.ticket_id::text`.as('ticket_id'),
            sql<string>`tickets.ticket_type_id::text`.as('ticket_type_id'),
            'tickets.category',
            'tickets.title',
            'ticket_states.category as state',
          ])
          .where('tickets.workspace_id', '=', workspaceId)
          .whereRef('tickets.id', '=', 'conversations.id'),
      ).as('ticket'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)

export const selectForView = compiledOnce({ workspaceId: 'mark', ids: [0] }, select)

export type ViewRow = Awaited<ReturnType<typeof selectForView>>[number]

/** What an e-mail says beside its subject and body. */
type SourceEmail = Pick<View['source'], 'recipients' | 'reply_to' | 'email_message_metadata'>

const PLAIN = [
  'id',
  'is_ticket',
  'created_at',
  'updated_at',
  'state',
  'read',
  'priority',
  'waiting_since',
  'snoozed_until',
  'title',
  'admin_assignee_id',
  'team_assignee_id',
  'company_id',
  'channel_initiated',
  'channel_current',
  'source_type',
  'source_id',
  'source_delivered_as',
  'source_subject',
  'source_body',
  'source_url',
  'source_author_type',
  'source_author_id',
  'source_author_name',
  'source_author_email',
  'source_redacted',
  'first_contact_reply_at',
  'first_contact_reply_type',
  'first_contact_reply_url',
  'first_assignment_at',
  'first_admin_reply_at',
  'first_close_at',
  'last_assignment_at',
  'last_assignment_admin_reply_at',
  'last_contact_reply_at',
  'last_admin_reply_at',
  'last_close_at',
  'last_closed_by_id',
  'time_to_assignment',
  'time_to_admin_reply',
  'time_to_first_close',
  'time_to_last_close',
  'median_time_to_reply',
  'handling_time',
  'adjusted_handling_time',
  'count_reopens',
  'count_assignments',
  'count_conversation_parts',
  'rating',
  'rating_remark',
  'rating_requested_at',
  'rating_replied_at',
  'rating_updated_at',
  'rating_contact_id',
  'rating_admin_id',
  'ai_agent_participated',
] as const
