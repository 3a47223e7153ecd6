import { type Expression, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Asked } from './ask.ts'
import { begun, marked, open, rated, started, stepAt } from './scope.sql.ts'
import type { Steps } from './steps.ts'

/** How many began and how long they took, by step; the row without a step is of all. */
export const countStarted = (tx: Tx, workspaceId: string, asked: Asked, steps: Steps) =>
  tx
    .with('told', () =>
      tx
        .selectFrom(started(tx, workspaceId, asked).as('began'))
        .selectAll('began')
        .select(stepAt(sql`began.created_at`, steps).as('step')),
    )
    .selectFrom('told')
    .select(['step', ...TIMES])
    .groupBy(sql`grouping sets ((), (step))`)
    .execute()

const count = (value: Expression<unknown>) => sql<number>`count(${value})::int`

/** The median and the 90th percentile together: what is told is put in order once for both. */
const percentiles = (value: Expression<unknown>) =>
  sql<[number, number] | null>`percentile_cont(array[0.5, 0.9]) within group (order by ${value})`

const reply = sql.ref('time_to_admin_reply')
const resolution = sql.ref('time_to_last_close')

/** What is measured of whatever began. */
export const TIMES = [
  sql<number>`count(*)::int`.as('started'),
  count(reply).as('reply_count'),
  percentiles(reply).as('reply'),
  count(resolution).as('resolution_count'),
  percentiles(resolution).as('resolution'),
] as const

/** What customers thought, by step; the row without a step is of all. */
export const countRatings = (tx: Tx, workspaceId: string, asked: Asked, steps: Steps) =>
  tx
    .with('told', () =>
      tx
        .selectFrom(rated(tx, workspaceId, asked).as('given'))
        .select('given.rating')
        .select(stepAt(sql`given.at`, steps).as('step')),
    )
    .selectFrom('told')
    .select(['step', ...RATINGS])
    .groupBy(sql`grouping sets ((), (step))`)
    .execute()

export const RATINGS = [
  sql<number>`count(*)::int`.as('asked'),
  sql<number>`count(rating)::int`.as('answered'),
  sql<number>`(count(*) filter (where rating >= 4))::int`.as('satisfied'),
] as const

/** What closes a conversation, and all that can follow upon it; the indexes on parts have the same list. */
const CLOSING = ['close', 'merged_secondary_conversation']
const TURNING = [...CLOSING, 'open', 'snoozed', 'assign_and_reopen', 'note_and_reopen']
const turning = sql<boolean>`part.part_type in (${sql.join(TURNING.map(type => sql.lit(type)))})`
const closes = (type: Expression<string>) => sql<boolean>`${type} = any(${CLOSING}::text[])`

/**
 * Each time since the period began that a conversation became open, `1`, or closed, `-1`: it begins open, and of what closes it again or
 * opens it again nothing counts. Found from its parts, so that what was open then does not change with what happens later.
 */
export const turns = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .with('marks', () => marked(tx, workspaceId, asked, turning))
    .with('turned', db =>
      db
        .selectFrom('marks')
        .select(['at', 'team_assignee_id', 'admin_assignee_id', 'channel', 'id'])
        .select(closes(sql.ref('part_type')).as('closes'))
        .select(
          sql<boolean>`coalesce(lag(${closes(sql.ref('part_type'))}) over (partition by id order by place),
            ${closedBefore(workspaceId)}, false)`.as('was_closed'),
        ),
    )
    .with('turns', db =>
      begun(tx, workspaceId, asked)
        .select(sql<number>`1`.as('by'))
        .unionAll(
          db
            .selectFrom('turned')
            .select(['id', 'at', 'team_assignee_id', 'admin_assignee_id', 'channel'])
            .select(sql<number>`case when closes then -1 else 1 end`.as('by'))
            .whereRef('closes', '!=', 'was_closed'),
        ),
    )

/** Whether a conversation was closed before the first of its marks. */
const closedBefore = (workspaceId: string) =>
  sql`(select ${closes(sql.ref('part.part_type'))} from conversation_parts as part
    where part.workspace_id = ${workspaceId} and part.conversation_id = marks.id and ${turning} and part.id < marks.place
    order by part.id desc limit 1)`

/**
 * How many more were open after each step than before it, and how many were closed in it: of a period and of the one before it, of which
 * all that turned is found at once. Without a period, after both.
 */
export const countTurns = (
  tx: Tx,
  workspaceId: string,
  { asked, before, steps }: { asked: Asked; before: Asked; steps: { now: Steps; before: Steps } },
) =>
  turns(tx, workspaceId, { ...asked, period: { ...asked.period, since: before.period.since } })
    .with('told', db =>
      db
        .selectFrom('turns')
        .select('by')
        .select([
          sql<'now' | 'before' | null>`case when turns.at > ${asked.period.until}::bigint then null
            when turns.at >= ${asked.period.since}::bigint then 'now' else 'before' end`.as('period'),
          sql<number | null>`case when turns.at > ${asked.period.until}::bigint then null
            when turns.at >= ${asked.period.since}::bigint then ${stepAt(sql`turns.at`, steps.now)}
            else ${stepAt(sql`turns.at`, steps.before)} end`.as('step'),
        ]),
    )
    .selectFrom('told')
    .select(['period', 'step', sql<number>`sum(by)::int`.as('more'), CLOSED.as('closed')])
    .groupBy(['period', 'step'])
    .execute()

/** How many are open now. */
export const countOpen = async (tx: Tx, workspaceId: string, asked: Asked): Promise<number> =>
  (await open(tx, workspaceId, asked).executeTakeFirstOrThrow()).count

export const CLOSED = sql<number>`(count(*) filter (where by = -1))::int`
