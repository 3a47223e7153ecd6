import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Asked } from './ask.ts'
import { CLOSED, RATINGS, TIMES, turns } from './measures.sql.ts'
import { rated, started } from './scope.sql.ts'

/** What figures are told by. */
export type By = 'team' | 'teammate' | 'tag' | 'channel'

const KEYS: Record<Exclude<By, 'tag'>, RawBuilder<string | null>> = {
  team: sql`team_assignee_id::text`,
  teammate: sql`admin_assignee_id::text`,
  channel: sql`channel`,
}

/** What groups a row: with several tags it counts in each of their groups. */
const keyed = (workspaceId: string, by: By, id: RawBuilder<number>): RawBuilder<{ key: string | null }> =>
  by === 'tag'
    ? sql`(select tag_id::text as key from taggings where taggings.workspace_id = ${workspaceId}
        and taggings.object_type = 'conversation' and taggings.object_id = ${id}::text)`
    : sql`(select ${KEYS[by]} as key)`

export const groupStarted = (tx: Tx, workspaceId: string, asked: Asked, by: By) =>
  tx
    .selectFrom(started(tx, workspaceId, asked).as('told'))
    .leftJoinLateral(keyed(workspaceId, by, sql`told.id`).as<'groups'>(sql`groups`), join => join.onTrue())
    .select(['groups.key', ...TIMES])
    .groupBy('groups.key')
    .execute()

export const groupRatings = (tx: Tx, workspaceId: string, asked: Asked, by: By) =>
  tx
    .selectFrom(rated(tx, workspaceId, asked).as('told'))
    .leftJoinLateral(keyed(workspaceId, by, sql`told.id`).as<'groups'>(sql`groups`), join => join.onTrue())
    .select(['groups.key', ...RATINGS])
    .groupBy('groups.key')
    .execute()

export const groupTurns = (tx: Tx, workspaceId: string, asked: Asked, by: By) =>
  turns(tx, workspaceId, asked)
    .selectFrom('turns')
    .leftJoinLateral(keyed(workspaceId, by, sql`turns.id`).as<'groups'>(sql`groups`), join => join.onTrue())
    .select(['groups.key', CLOSED.as('closed')])
    .where('turns.at', '<=', asked.period.until)
    .groupBy('groups.key')
    .execute()

const TABLES = { team: 'teams', teammate: 'admins', tag: 'tags' } as const

/** What the groups are called, by key; channels have no names but their own. */
export async function selectNames(
  tx: Tx,
  workspaceId: string,
  by: By,
  keys: string[],
): Promise<Map<string, string | null>> {
  if (by === 'channel' || keys.length === 0) return new Map()
  const rows = await tx
    .selectFrom(TABLES[by])
    .select(['id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${keys}::bigint[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [String(id), name]))
}
