import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Conversations } from '../../db/schema.d.ts'
import type { Asked } from './ask.ts'
import type { Step } from './steps.ts'

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

/** Conversations that were open at some moment of the period. */
export const alive = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .selectFrom('conversations')
    .select(['conversations.id', 'conversations.created_at', 'conversations.team_assignee_id'])
    .select(['conversations.admin_assignee_id', channel.as('channel')])
    .where('conversations.workspace_id', '=', workspaceId)
    .where('conversations.is_ticket', '=', asked.isTicket)
    .where('conversations.created_at', '<=', asked.period.until)
    .where(state =>
      state.or([
        state('conversations.state', 'in', ['open', 'snoozed']),
        state('conversations.last_close_at', '>=', asked.period.since),
      ]),
    )
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

/** The step a moment is in, as `stepsOf` names them. */
export const stepAt = (at: Expression<number>, step: Step, timezone: string) =>
  sql<string>`to_char(date_trunc(${step}::text, to_timestamp(${at}) at time zone ${timezone}::text),
    ${step === 'hour' ? 'YYYY-MM-DD"T"HH24' : 'YYYY-MM-DD'}::text)`
