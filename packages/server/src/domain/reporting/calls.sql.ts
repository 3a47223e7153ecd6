import { type Expression, sql } from 'kysely'
import { attribute, ofConversation } from './about-conversations.ts'
import type { Asked, Dataset, Scope } from './dataset.ts'
import { pageOf } from './page.sql.ts'
import { column, teammateName } from './values.sql.ts'

/** Null until it ended, and where nobody answered. */
const duration = sql`(calls.ended_at - calls.answered_at)`

/** Nothing stays nothing, which `greatest` alone would pass over. */
const atLeastZero = (seconds: Expression<unknown>) =>
  sql`case when ${seconds} is not null then greatest(0, ${seconds}) end`

export const callDataset: Dataset = {
  id: 'call',
  name: 'Calls',
  description: 'Phone calls: who was on them, how they ended and how long they took.',
  timeAttribute: 'call_created_at',
  attributes: [
    attribute('standard', 'call_id', 'Call ID', column('calls.id')),
    attribute('timestamp', 'call_created_at', 'Call created at', column('calls.created_at')),
    attribute('timestamp', 'call_initiated_at', 'Call initiated at', column('calls.initiated_at')),
    attribute('timestamp', 'call_answered_at', 'Call answered at', column('calls.answered_at')),
    attribute('timestamp', 'call_ended_at', 'Call ended at', column('calls.ended_at')),
    attribute('standard', 'call_direction', 'Call direction', column('calls.direction')),
    attribute('standard', 'call_type', 'Call type', column('calls.call_type')),
    attribute('standard', 'call_state', 'Call state', column('calls.state')),
    attribute('standard', 'call_ended_reason', 'Why the call ended', column('calls.ended_reason')),
    attribute('standard', 'call_phone', 'Phone number', column('calls.phone')),
    attribute('teammate', 'call_teammate_id', 'Teammate on the call', teammateName('calls.admin_id')),
    attribute('duration', 'call_duration', 'Call duration', () => atLeastZero(duration)),
    attribute('duration', 'talk_time', 'Talk time', () =>
      atLeastZero(sql`${duration} - coalesce(calls.hold_time, 0)`),
    ),
    attribute('duration', 'queue_time', 'Queue time', () =>
      atLeastZero(sql`calls.answered_at - calls.initiated_at`),
    ),
    attribute('duration', 'hold_time', 'Hold time', column('calls.hold_time')),
    ...ofConversation,
  ],
  sources: [(scope, asked) => pageOf(calls(scope, asked), ['calls.created_at', 'calls.id'], asked)],
}

const calls = ({ tx, workspaceId }: Scope, { range }: Asked) =>
  tx
    .selectFrom('calls')
    .leftJoin('conversations', conversation =>
      conversation
        .onRef('conversations.workspace_id', '=', 'calls.workspace_id')
        .onRef('conversations.id', '=', 'calls.conversation_id'),
    )
    .where('calls.workspace_id', '=', workspaceId)
    .where('calls.created_at', '>=', range.from)
    .where('calls.created_at', '<=', range.to)
