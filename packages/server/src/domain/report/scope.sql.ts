import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Conversations } from '../../db/schema.d.ts'
import type { Asked } from './ask.ts'
import type { Steps } from './steps.ts'

/** Conversations that began in the period: those that are there, and the numbers that deleted ones left. One row each. */
export const started = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .selectFrom('conversations')
    .select(COLUMNS)
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.is_ticket', '=', asked.isTicket)
    .where('conversations.created_at', '>=', asked.period.since)
    .where('conversations.created_at', '<=', asked.period.until)
    .where(narrowing(workspaceId, asked))
    .unionAll(deleted(tx, workspaceId, asked))

const deleted = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .selectFrom('deleted_conversations')
    .innerJoinLateral(
      sql<Conversations>`jsonb_populate_record(null::conversations, deleted_conversations.metrics)`.as<'conversations'>(
        sql`conversations`,
      ),
      join => join.onTrue(),
    )
    .select(COLUMNS)
    .where('deleted_conversations.workspace_id', '=', workspaceId)
    .where('deleted_conversations.retain_metrics', '=', true)
    .where('conversations.is_ticket', '=', asked.isTicket)
    .where('conversations.created_at', '>=', asked.period.since)
    .where('conversations.created_at', '<=', asked.period.until)
    .where(narrowing(workspaceId, asked))

const channel = sql<string | null>`coalesce(conversations.channel_current, conversations.channel_initiated)`

const COLUMNS = [
  ...(['conversations.id', 'conversations.created_at', 'conversations.team_assignee_id'] as const),
  ...(['conversations.admin_assignee_id', 'conversations.time_to_admin_reply'] as const),
  ...(['conversations.time_to_last_close'] as const),
  channel.as('channel'),
] as const

/** Requests to rate that were sent in the period, with what was answered. */
export const rated = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .selectFrom('conversations')
    .select(['conversations.id', 'conversations.team_assignee_id', 'conversations.rating'])
    .select(['conversations.rating_admin_id as admin_assignee_id', channel.as('channel'), sentAt.as('at')])
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.is_ticket', '=', asked.isTicket)
    .where(sentAt, '>=', asked.period.since)
    .where(sentAt, '<=', asked.period.until)
    .where(narrowing(workspaceId, asked))

const sentAt = sql<number>`coalesce(conversations.rating_requested_at, conversations.rating_replied_at)`

/** How many conversations are open now, or are put away. */
export const open = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .selectFrom('conversations')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.is_ticket', '=', asked.isTicket)
    .where(isOpen)
    .where(narrowing(workspaceId, asked))

/** Spelt as the index on them is. */
const isOpen = sql<boolean>`conversations.state <> 'closed'`

const GROUPING = [
  ...(['conversations.team_assignee_id', 'conversations.admin_assignee_id'] as const),
  channel.as('channel'),
] as const

/** What began since the period did and opened thereby: what was closed without a word of it never was open. */
export const begun = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .selectFrom('conversations')
    .select(['conversations.id', 'conversations.created_at as at', ...GROUPING])
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.is_ticket', '=', asked.isTicket)
    .where('conversations.created_at', '>=', asked.period.since)
    .where(sql<boolean>`(${isOpen} or conversations.last_close_at >= ${asked.period.since}::bigint)`)
    .where(narrowing(workspaceId, asked))

/** Parts of these types since the period began. */
export const marked = (tx: Tx, workspaceId: string, asked: Asked, types: RawBuilder<SqlBool>) =>
  tx
    .selectFrom('conversation_parts as part')
    .innerJoin('conversations', join =>
      join
        .onRef('conversations.workspace_id', '=', 'part.workspace_id')
        .onRef('conversations.id', '=', 'part.conversation_id'),
    )
    .select(['conversations.id', 'part.created_at as at', 'part.id as place', 'part.part_type', ...GROUPING])
    .where('part.workspace_id', '=', workspaceId)
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.is_ticket', '=', asked.isTicket)
    .where(types)
    .where('part.created_at', '>=', asked.period.since)
    .where(narrowing(workspaceId, asked))

/** What a report is narrowed to: who has the conversation, what it is tagged with and which way it came. */
function narrowing(
  workspaceId: string,
  { teamId, adminId, tagId, channel: way }: Asked,
): RawBuilder<SqlBool> {
  const conditions = [
    ...(teamId === undefined ? [] : [sql`conversations.team_assignee_id = ${teamId}::bigint`]),
    ...(adminId === undefined ? [] : [sql`conversations.admin_assignee_id = ${adminId}::bigint`]),
    ...(way === undefined ? [] : [sql`${channel} = ${way}`]),
    ...(tagId === undefined ? [] : [isTagged(workspaceId, tagId)]),
  ]
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

const isTagged = (workspaceId: string, tagId: number) =>
  sql`exists (select from taggings where taggings.workspace_id = ${workspaceId}
    and taggings.object_type = 'conversation' and taggings.object_id = conversations.id::text
    and taggings.tag_id = ${tagId}::bigint)`

/** The number of the step a moment is in, from 1: the last that has begun by then. Cheaper by far than to name it for every row. */
export const stepAt = (at: Expression<number>, { starts }: Steps) =>
  sql<number>`width_bucket(${at}, ${starts}::bigint[])`
