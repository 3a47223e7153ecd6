import { sql } from 'kysely'
import { compiledOnce } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import { hoursOf, type OfficeHours } from '../office-hours/index.ts'

/** In this process it is told on this channel that something waits for somebody. */
export const DISTRIBUTION_CHANNEL = 'guichet_distribution'

/** What waits, as its index has it: open with a team, and with nobody of it. */
const WAITS = sql`c.state = 'open' and c.admin_assignee_id is null and c.team_assignee_id is not null and c.archived_at is null`
const URGENCY = sql`array_position(array['urgent', 'high', 'medium', 'low', 'none'], c.priority)`
const SINCE = sql`coalesce(c.waiting_since, c.team_assigned_at, c.created_at)`
const DISTRIBUTES = sql`t.distribution_method <> 'manual_assignment'`

/** Whose open conversations others get: those who are away and said so, and those who are gone. */
const LETS_GO = sql`(a.away_mode_enabled and a.away_mode_reassign or a.removed_at is not null)`

/**
 * Has those of the workspaces looked at in which something waits or is to be given back, as it is now that their events are
 * committed. Whether any is. Needs the unguarded lane.
 */
export const insertDue = async (tx: Tx, workspaceIds: string[]): Promise<boolean> =>
  (await insertWhereDue(tx, { workspaceIds })).length > 0

const insertWhereDue = compiledOnce({ workspaceIds: ['mark'] }, (tx, { workspaceIds }) => ({
  compile: () =>
    sql<{ id: number }>`
    insert into distribution_due (workspace_id, due_at)
    select w.id, 0 from unnest(${workspaceIds}::text[]) as w (id)
    where exists (
      select from teams t where t.workspace_id = w.id and ${DISTRIBUTES} and exists (
        select from conversations c where c.workspace_id = w.id and c.team_assignee_id = t.id and ${WAITS}))
    or exists (
      select from admins a where a.workspace_id = w.id and ${LETS_GO} and exists (
        select from conversations c where c.workspace_id = w.id and c.admin_assignee_id = a.id
          and c.state = 'open' and c.archived_at is null))
    returning id`.compile(tx),
}))

/** Workspaces to look at, of all or one alone, with all that says so: needs the unguarded lane. */
export const selectDue = (read: Tx, now: number, within?: string) =>
  read
    .selectFrom('distribution_due')
    .innerJoin('workspaces', 'workspaces.id', 'distribution_due.workspace_id')
    .innerJoin('admins', join =>
      join.onRef('admins.workspace_id', '=', 'distribution_due.workspace_id').on('admins.kind', '=', 'bot'),
    )
    .select(['distribution_due.workspace_id', 'workspaces.name', 'workspaces.timezone'])
    .select(['admins.id as operator_id', workspaceNow(now).as('now')])
    .select(sql<number[]>`json_agg(distribution_due.id)`.as('ids'))
    .where('distribution_due.due_at', '<=', workspaceNow(now))
    .$if(within !== undefined, query => query.where('distribution_due.workspace_id', '=', within ?? ''))
    .groupBy(['distribution_due.workspace_id', 'workspaces.id', 'admins.workspace_id', 'admins.id'])
    .limit(100)
    .execute()

export type DueRow = Awaited<ReturnType<typeof selectDue>>[number]

/** A workspace was looked at for what some rows say, and is to be looked at again at a moment, or not. */
export async function settleDue(
  tx: Tx,
  { workspace_id, ids, now }: Pick<DueRow, 'workspace_id' | 'ids' | 'now'>,
  next: number | undefined,
): Promise<void> {
  await tx
    .deleteFrom('distribution_due')
    .where('workspace_id', '=', workspace_id)
    .where(row => row.or([row('id', '=', sql<number>`any(${ids}::bigint[])`), row('due_at', '>', now)]))
    .execute()
  if (next !== undefined)
    await tx.insertInto('distribution_due').values({ workspace_id, due_at: next }).execute()
}

/** The teams that distribute and have something to, with the hours they keep to; null where they give at any time. */
export const selectBusyTeams = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('teams as t')
    .select(['t.id', 't.office_hours_only'])
    .select(hoursOf(workspaceId, 't.id').as('hours'))
    .where('t.workspace_id', '=', workspaceId)
    .where(sql<boolean>`${DISTRIBUTES} and exists (
      select from conversations c where c.workspace_id = ${workspaceId} and c.team_assignee_id = t.id and ${WAITS})`)
    .execute()

/** Gives are made one after the other within a workspace, so that each sees what the one before it left. */
export async function lockGiving(tx: Tx, workspaceId: string): Promise<void> {
  await hold(tx, `distribution of ${workspaceId}`)
}

/** Which conversation of which team goes to whom. */
export interface Match {
  conversation_id: number
  admin_id: number
  team_id: number
  team_name: string
  method: 'round_robin' | 'load_balanced'
}

/**
 * The next conversation to give, and to whom: of what comes first in each team, the most urgent and then the longest waiting for
 * which somebody of the team has room. Undefined where nothing waits or nobody has.
 */
export async function selectNextMatch(
  tx: Tx,
  workspaceId: string,
  teamIds: number[],
): Promise<Match | undefined> {
  const { rows } = await sql<Match>`
    select first.id as conversation_id, member.admin_id, t.id as team_id, t.name as team_name, t.distribution_method as method
    from teams t
    cross join lateral (
      select c.id, ${URGENCY} as urgency, ${SINCE} as since from conversations c
      where c.workspace_id = ${workspaceId} and c.team_assignee_id = t.id and ${WAITS}
      order by urgency, since, c.id limit 1
    ) first
    cross join lateral (${membersWithRoom(workspaceId)} limit 1) member
    where t.workspace_id = ${workspaceId} and t.id = any(${teamIds}::bigint[]) and ${DISTRIBUTES}
    order by first.urgency, first.since, first.id limit 1`.execute(tx)
  return rows[0]
}

/**
 * The members of a team `t` who may be given something, whoever is next first: primary members before secondary ones, where load
 * is balanced those with the fewest open, and then whoever was given something the longest ago.
 */
const membersWithRoom = (workspaceId: string) => sql`
  select m.admin_id ${membersWithSeat(workspaceId)} and ${IS_THERE} and ${HAS_ROOM}
  order by m.priority = 'secondary', case when t.distribution_method = 'load_balanced' then load.open end,
    m.last_turn, m.admin_id`

/** The members of a team `t` whom it could give something, with what is open with each. */
const membersWithSeat = (workspaceId: string) => sql`
  from team_members m
  join admins a on a.workspace_id = m.workspace_id and a.id = m.admin_id
  cross join lateral (
    select count(*) as open from conversations o
    where o.workspace_id = ${workspaceId} and o.admin_assignee_id = a.id and o.state = 'open' and o.archived_at is null
  ) load
  where m.workspace_id = ${workspaceId} and m.team_id = t.id and a.workspace_id = ${workspaceId}
    and a.removed_at is null and a.has_inbox_seat`

const NO_LIMIT = 2_147_483_647
const IS_THERE = sql`not a.away_mode_enabled`
const HAS_ROOM = sql`load.open < coalesce(a.assignment_limit, t.assignment_limit, ${NO_LIMIT})`

/** A conversation that waits, in the line of its team. */
export interface Place {
  team_id: number
  team_name: string
  office_hours_only: boolean
  hours: OfficeHours | null
  /** How many of the team come before it. */
  ahead: number
  /** How many members it could be given to if they were there, how many of them are, and how many of those have room. */
  seats: number
  there: number
  free: number
}

/** Where a conversation stands in the line of its team; undefined where it is in none. */
export async function selectPlace(tx: Tx, workspaceId: string, id: number): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    with own as (
      select c.id, c.team_assignee_id, ${URGENCY} as urgency, ${SINCE} as since from conversations c
      where c.workspace_id = ${workspaceId} and c.id = ${id} and ${WAITS}
    )
    select t.id as team_id, t.name as team_name, t.office_hours_only, ${hoursOf(workspaceId, 't.id')} as hours,
      (select count(*)::int from conversations c
        where c.workspace_id = ${workspaceId} and c.team_assignee_id = t.id and ${WAITS}
          and (${URGENCY}, ${SINCE}, c.id) < (own.urgency, own.since, own.id)) as ahead,
      member.*
    from own
    join teams t on t.id = own.team_assignee_id
    cross join lateral (
      select count(*)::int as seats, (count(*) filter (where ${IS_THERE}))::int as there,
        (count(*) filter (where ${IS_THERE} and ${HAS_ROOM}))::int as free
      ${membersWithSeat(workspaceId)}
    ) member
    where t.workspace_id = ${workspaceId} and ${DISTRIBUTES}`.execute(tx)
  return rows[0]
}

/** Holds somebody's place in a team till the transaction ends: they neither leave it nor go away meanwhile. */
export async function lockMember(tx: Tx, workspaceId: string, { team_id, admin_id }: Match): Promise<void> {
  await sql`
    select 1 from team_members m
    join admins a on a.workspace_id = m.workspace_id and a.id = m.admin_id
    where m.workspace_id = ${workspaceId} and a.workspace_id = ${workspaceId}
      and m.team_id = ${team_id} and m.admin_id = ${admin_id}
    for no key update`.execute(tx)
}

/** Whoever is given something goes to the end of the line. */
export async function takeTurn(tx: Tx, workspaceId: string, { team_id, admin_id }: Match): Promise<void> {
  await tx
    .updateTable('team_members')
    .set({
      last_turn: sql<number>`(select max(last_turn) + 1 from team_members m
        where m.workspace_id = ${workspaceId} and m.team_id = ${team_id})`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', team_id)
    .where('admin_id', '=', admin_id)
    .execute()
}

/** Open conversations that their people let go of: all, or one if it is. */
export const selectLetGo = (tx: Tx, workspaceId: string, id?: number) =>
  tx
    .selectFrom('admins as a')
    .innerJoin('conversations as c', join =>
      join.onRef('c.workspace_id', '=', 'a.workspace_id').onRef('c.admin_assignee_id', '=', 'a.id'),
    )
    .select(['c.id', sql<boolean>`a.removed_at is not null`.as('gone')])
    .where('a.workspace_id', '=', workspaceId)
    .where('c.workspace_id', '=', workspaceId)
    .where(sql<boolean>`${LETS_GO}`)
    .where('c.state', '=', 'open')
    .where('c.archived_at', 'is', null)
    .$if(id !== undefined, query => query.where('c.id', '=', id ?? 0))
    .orderBy('c.id')
    .limit(100)
    .execute()
