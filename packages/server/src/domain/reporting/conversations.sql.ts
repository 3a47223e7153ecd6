import { sql } from 'kysely'
import type { Conversations } from '../../db/schema.d.ts'
import { attribute, ofConversation } from './about-conversations.ts'
import type { Asked, Attribute, Dataset, Prefix, Scope } from './dataset.ts'
import { pageOf } from './page.sql.ts'
import { column, teammateName } from './values.sql.ts'

type Named = [column: keyof Conversations, id: string, name: string]

const plain = (prefix: Prefix, named: Named[]): Attribute[] =>
  named.map(([name, id, label]) => attribute(prefix, id, label, column(`conversations.${name}`)))

/** The numbers of a conversation. */
export const statistics: Attribute[] = [
  ...plain('timestamp', [
    ['updated_at', 'conversation_updated_at', 'Conversation last updated at'],
    ['first_contact_reply_at', 'first_user_conversation_part_created_at', 'First user reply at'],
    ['first_assignment_at', 'first_assigned_at', 'First assigned at'],
    ['first_admin_reply_at', 'first_teammate_reply_at', 'First teammate reply at'],
    ['first_close_at', 'first_closed_at', 'First closed at'],
    ['last_assignment_at', 'last_assigned_at', 'Last assigned at'],
    ['last_contact_reply_at', 'last_user_reply_at', 'Last user reply at'],
    ['last_admin_reply_at', 'last_teammate_reply_at', 'Last teammate reply at'],
    ['last_close_at', 'last_closed_at', 'Last closed at'],
    ['waiting_since', 'waiting_since', 'Waiting since'],
    ['snoozed_until', 'snoozed_until', 'Snoozed until'],
  ]),
  ...plain('duration', [
    ['time_to_assignment', 'time_to_assignment', 'Time to assignment'],
    ['time_to_admin_reply', 'first_response_time', 'First response time'],
    ['time_to_first_close', 'time_to_first_close', 'Time to first close'],
    ['time_to_last_close', 'time_to_close', 'Time to last close'],
    ['median_time_to_reply', 'median_response_time', 'Median response time'],
    ['handling_time', 'handling_time', 'Handling time'],
    ['adjusted_handling_time', 'adjusted_handling_time', 'Adjusted handling time'],
  ]),
  ...plain('standard', [
    ['count_reopens', 'number_of_reopens', 'Number of reopens'],
    ['count_assignments', 'number_of_assignments', 'Number of assignments'],
    ['count_conversation_parts', 'number_of_conversation_parts', 'Number of conversation parts'],
    ['ai_agent_participated', 'fin_ai_agent_involved', 'Fin involved'],
  ]),
  attribute(
    'teammate',
    'last_closing_teammate_id',
    'Teammate who last closed',
    teammateName('conversations.last_closed_by_id'),
  ),
]

export const conversationDataset: Dataset = {
  id: 'conversation',
  name: 'Conversation',
  description: 'Conversations: how they stand, who has them and how long answers took.',
  timeAttribute: 'conversation_started_at',
  attributes: [...ofConversation, ...statistics],
  sources: [
    (scope, asked) => pageOf(there(scope, asked), ['conversations.created_at', 'conversations.id'], asked),
    (scope, asked) =>
      pageOf(deleted(scope, asked), ['conversations.created_at', 'deleted_conversations.id'], asked),
  ],
}

/** Tickets are conversations too, and have a dataset of their own. */
const there = ({ tx, workspaceId }: Scope, { range, unanswered }: Asked) =>
  tx
    .selectFrom('conversations')
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.is_ticket', '=', false)
    .where('conversations.created_at', '>=', range.from)
    .where('conversations.created_at', '<=', range.to)
    .$if(!unanswered, query => query.where('conversations.first_contact_reply_at', 'is not', null))

/** Conversations that were deleted leave their numbers, which stand here as the row that they were. */
const deleted = ({ tx, workspaceId }: Scope, { range, unanswered }: Asked) =>
  tx
    .selectFrom('deleted_conversations')
    .innerJoinLateral(
      sql<Conversations>`jsonb_populate_record(null::conversations, deleted_conversations.metrics)`.as<'conversations'>(
        sql`conversations`,
      ),
      join => join.onTrue(),
    )
    .where('deleted_conversations.workspace_id', '=', workspaceId)
    .where('deleted_conversations.retain_metrics', '=', true)
    .where('conversations.is_ticket', '=', false)
    .where('conversations.created_at', '>=', range.from)
    .where('conversations.created_at', '<=', range.to)
    .$if(!unanswered, query => query.where('conversations.first_contact_reply_at', 'is not', null))
