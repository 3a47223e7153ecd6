import { type Expression, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Asked } from './ask.ts'
import { alive, rated, started, stepAt } from './scope.sql.ts'
import type { Step } from './steps.ts'

/** How many began and how long they took, by step; the row without a step is of all. */
export const countStarted = (tx: Tx, workspaceId: string, asked: Asked, step: Step) =>
  tx
    .with('told', () =>
      tx
        .selectFrom(started(tx, workspaceId, asked).as('began'))
        .selectAll('began')
        .select(stepAt(sql`began.created_at`, step, asked.timezone).as('step')),
    )
    .selectFrom('told')
    .select(['step', ...TIMES])
    .groupBy(sql`grouping sets ((), (step))`)
    .execute()

const count = (value: Expression<unknown>) => sql<number>`count(${value})::int`

const percentile = (share: number, value: Expression<unknown>) =>
  sql<number | null>`percentile_cont(${sql.lit(share)}) within group (order by ${value})`

const reply = sql.ref('time_to_admin_reply')
const resolution = sql.ref('time_to_last_close')

/** What is measured of whatever began. */
export const TIMES = [
  sql<number>`count(*)::int`.as('started'),
  count(reply).as('reply_count'),
  percentile(0.5, reply).as('reply_median'),
  percentile(0.9, reply).as('reply_p90'),
  count(resolution).as('resolution_count'),
  percentile(0.5, resolution).as('resolution_median'),
  percentile(0.9, resolution).as('resolution_p90'),
] as const

/** What customers thought, by step; the row without a step is of all. */
export const countRatings = (tx: Tx, workspaceId: string, asked: Asked, step: Step) =>
  tx
    .with('told', () =>
      tx
        .selectFrom(rated(tx, workspaceId, asked).as('given'))
        .select('given.rating')
        .select(stepAt(sql`given.at`, step, asked.timezone).as('step')),
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

/** What closes a conversation, and all that can follow upon it; the index on parts has the same list. */
const CLOSING = ['close', 'merged_secondary_conversation']
export const TURNS = [...CLOSING, 'open', 'snoozed', 'assign_and_reopen', 'note_and_reopen']

/**
 * Each time a conversation became open, `1`, or closed, `-1`: it begins open, and of what closes it again or opens it again
 * nothing counts. Found from its parts, so that what was open then does not change with what happens later.
 */
export const turns = (tx: Tx, workspaceId: string, asked: Asked) =>
  tx
    .with('lives', () => alive(tx, workspaceId, asked))
    .with('marks', db =>
      db
        .selectFrom('lives')
        .innerJoin('conversation_parts as part', 'part.conversation_id', 'lives.id')
        .select(['lives.id', 'part.created_at as at', 'part.id as place'])
        .select(sql<boolean>`part.part_type = any(${CLOSING}::text[])`.as('closes'))
        .where('part.workspace_id', '=', workspaceId)
        .where(sql<boolean>`part.part_type in (${sql.join(TURNS.map(type => sql.lit(type)))})`)
        .where('part.created_at', '<=', asked.period.until),
    )
    .with('turned', db =>
      db
        .selectFrom('marks')
        .select(['id', 'at', 'closes'])
        .select(
          sql<boolean>`coalesce(lag(closes) over (partition by id order by place), false)`.as('was_closed'),
        ),
    )
    .with('turns', db =>
      db
        .selectFrom('lives')
        .select(['lives.id', 'lives.created_at as at', sql<number>`1`.as('by')])
        .unionAll(
          db
            .selectFrom('turned')
            .select(['turned.id', 'turned.at'])
            .select(sql<number>`case when closes then -1 else 1 end`.as('by'))
            .whereRef('closes', '!=', 'was_closed'),
        ),
    )

/**
 * How many more were open after each step than before it, and how many were closed in it: of a period and of the one before it, of which
 * all that is open is found at once. Without a period, before both.
 */
export const countTurns = (
  tx: Tx,
  workspaceId: string,
  { asked, before, step }: { asked: Asked; before: Asked; step: Step },
) =>
  turns(tx, workspaceId, { ...asked, period: { ...asked.period, since: before.period.since } })
    .with('told', db =>
      db
        .selectFrom('turns')
        .select('by')
        .select([
          sql<'now' | 'before' | null>`case when turns.at >= ${asked.period.since}::bigint then 'now'
            when turns.at >= ${before.period.since}::bigint then 'before' end`.as('period'),
          sql<string | null>`case when turns.at >= ${before.period.since}::bigint
            then ${stepAt(sql`turns.at`, step, asked.timezone)} end`.as('step'),
        ]),
    )
    .selectFrom('told')
    .select(['period', 'step', sql<number>`sum(by)::int`.as('more'), CLOSED.as('closed')])
    .groupBy(['period', 'step'])
    .execute()

export const CLOSED = sql<number>`(count(*) filter (where by = -1))::int`
