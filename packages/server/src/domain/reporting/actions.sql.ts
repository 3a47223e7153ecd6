import { sql } from 'kysely'
import { attribute, ofConversation } from './about-conversations.ts'
import type { Asked, Dataset, Scope } from './dataset.ts'
import { pageOf } from './page.sql.ts'
import { type Column, column, teammateName, teamName } from './values.sql.ts'

const BY_CONTACT = sql`conversation_parts.author_type in ('user', 'lead', 'contact')`

/** What a part did, in words; a close with words is both. */
const actionType = sql`case
  when conversation_parts.part_type in ('comment', 'quick_reply') and ${BY_CONTACT} then 'Customer reply'
  when conversation_parts.part_type in ('comment', 'quick_reply') then 'Reply'
  when conversation_parts.part_type = 'note' then 'Note'
  when conversation_parts.part_type = 'close' and conversation_parts.body is not null then 'Reply, Close'
  when conversation_parts.part_type like '%assign%' then 'Assign'
  else initcap(replace(conversation_parts.part_type, '_', ' '))
end`

const adminId = (type: Column, id: Column) =>
  sql<
    number | null
  >`case when ${sql.ref(type)} in ('admin', 'bot') and ${sql.ref(id)} ~ '^[0-9]{1,18}$' then ${sql.ref(id)}::bigint end`

export const actionDataset: Dataset = {
  id: 'consolidated_conversation_part',
  name: 'Conversation actions',
  description: 'What was done in conversations and tickets, action by action, and who did it.',
  timeAttribute: 'action_time',
  attributes: [
    attribute('standard', 'action_id', 'Action ID', column('conversation_parts.id')),
    attribute('timestamp', 'action_time', 'Action time', column('conversation_parts.created_at')),
    attribute('standard', 'action_type', 'Action type', () => actionType),
    attribute(
      'standard',
      'action_author_type',
      'Action author type',
      column('conversation_parts.author_type'),
    ),
    attribute(
      'teammate',
      'action_performed_by_teammate_id',
      'Action performed by',
      teammateName(adminId('conversation_parts.author_type', 'conversation_parts.author_id')),
    ),
    attribute(
      'teammate',
      'action_teammate_assignee_id',
      'Teammate assigned by the action',
      teammateName(adminId('conversation_parts.assigned_to_type', 'conversation_parts.assigned_to_id')),
    ),
    attribute(
      'team',
      'action_team_assignee_id',
      'Team assigned by the action',
      teamName(sql<number | null>`case when conversation_parts.assigned_to_type = 'team'
        and conversation_parts.assigned_to_id ~ '^[0-9]{1,18}$' then conversation_parts.assigned_to_id::bigint end`),
    ),
    attribute(
      'duration',
      'teammate_first_response_time',
      'Teammate first response time',
      () => sql`case when conversation_parts.author_type = 'admin'
        and conversation_parts.created_at = conversations.first_admin_reply_at
        then conversations.time_to_admin_reply end`,
    ),
    ...ofConversation,
  ],
  sources: [
    (scope, asked) =>
      pageOf(parts(scope, asked), ['conversation_parts.conversation_id', 'conversation_parts.id'], asked),
  ],
}

/** Parts lie together by conversation, so they are walked in that order; the conversation's times rule most out. */
const parts = ({ tx, workspaceId }: Scope, { range }: Asked) =>
  tx
    .selectFrom('conversation_parts')
    .innerJoin('conversations', conversation =>
      conversation
        .onRef('conversations.workspace_id', '=', 'conversation_parts.workspace_id')
        .onRef('conversations.id', '=', 'conversation_parts.conversation_id'),
    )
    .where('conversation_parts.workspace_id', '=', workspaceId)
    .where('conversation_parts.created_at', '>=', range.from)
    .where('conversation_parts.created_at', '<=', range.to)
    .where('conversations.created_at', '<=', range.to)
