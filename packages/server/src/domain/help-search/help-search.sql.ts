import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** The day of a workspace's calendar that is so many days ago. */
const dayOf = ({ workspace, now }: Actor, daysAgo = 0) =>
  sql<string>`to_char(to_timestamp(${now - daysAgo * 86_400}::bigint) at time zone ${workspace.timezone}::text, 'YYYY-MM-DD')`

/** Counts one more search of a day. */
export async function countSearch(
  tx: Tx,
  actor: Actor,
  { phrase, locale, isUnanswered }: { phrase: string; locale: string; isUnanswered: boolean },
): Promise<void> {
  const { workspace, now } = actor
  const unanswered = isUnanswered ? 1 : 0
  await tx
    .insertInto('help_searches')
    .values({
      ...{ workspace_id: workspace.id, locale, phrase, searches: 1, unanswered, last_at: now },
      day: dayOf(actor),
    })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'day', 'locale', 'phrase']).doUpdateSet(search => ({
        searches: sql`${search.ref('help_searches.searches')} + 1`,
        unanswered: sql`${search.ref('help_searches.unanswered')} + ${unanswered}::integer`,
        last_at: now,
      })),
    )
    .execute()
}

/** How many different phrases there were today. */
export const countPhrases = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('help_searches')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('workspace_id', '=', actor.workspace.id)
    .where('day', '=', dayOf(actor))
    .executeTakeFirstOrThrow()

/** Forgets what was looked for longer ago than so many days. */
export async function forgetSearches(tx: Tx, actor: Actor, days: number): Promise<void> {
  await tx
    .deleteFrom('help_searches')
    .where('workspace_id', '=', actor.workspace.id)
    .where('day', '<', dayOf(actor, days))
    .execute()
}

const since = (tx: Tx, workspaceId: string, from: number) =>
  tx.selectFrom('help_searches').where('workspace_id', '=', workspaceId).where('last_at', '>=', from)

/** The phrases that were looked for most, or that most found nothing for. */
export const selectSearches = (
  tx: Tx,
  workspaceId: string,
  { from, isUnanswered, limit }: { from: number; isUnanswered: boolean; limit: number },
) =>
  since(tx, workspaceId, from)
    .select(['phrase', 'locale'])
    .select([
      sql<number>`sum(searches)::int`.as('searches'),
      sql<number>`sum(unanswered)::int`.as('unanswered'),
      sql<number>`max(last_at)`.as('last_at'),
    ])
    .groupBy(['phrase', 'locale'])
    .$if(isUnanswered, query => query.having(sql<number>`sum(unanswered)`, '>', 0))
    .orderBy(isUnanswered ? 'unanswered' : 'searches', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('phrase')
    .limit(limit)
    .execute()

export const sumSearches = (tx: Tx, workspaceId: string, from: number) =>
  since(tx, workspaceId, from)
    .select([
      sql<number>`coalesce(sum(searches), 0)::int`.as('searches'),
      sql<number>`coalesce(sum(unanswered), 0)::int`.as('unanswered'),
    ])
    .executeTakeFirstOrThrow()
