import { expect, test } from 'vitest'
import { wakeDue } from '../../src/domain/conversation/index.ts'
import { distributeDue } from '../../src/domain/distribution/index.ts'
import { actAtDesk, type Desk, openDesk } from '../support/distribution-acts.ts'
import { startGuichet } from '../support/guichet.ts'
import { drainEvents } from '../support/happened.ts'
import { makeDatabase } from '../support/own-database.ts'
import { seededRandom } from '../support/seeded.ts'

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { clock, database } = guichet

/** More acts for a longer search: `DISTRIBUTION_ACTS=4000`. */
const ACTS = Number(process.env['DISTRIBUTION_ACTS'] ?? 300)
const SEED = Number(process.env['DISTRIBUTION_SEED'] ?? 20_261_125)

test('conversations find somebody of their team who is there and has room, in the order in which they wait', async () => {
  const desk = await openDesk(guichet, seededRandom(SEED))
  const counts: Record<string, number> = { acts: 0, rounds: 0, given: 0, takenBack: 0, waited: 0, full: 0 }
  const shares = new Map(desk.always.map(id => [id, 0]))
  const wrong: string[] = []
  let seen = 0
  while ((counts['acts'] ?? 0) < ACTS) {
    clock.advance(Math.floor(desk.chance() ** 3 * 9000))
    const acts: string[] = []
    do acts.push(await actAtDesk(desk))
    while (desk.chance() < 0.75)
    add('acts', acts.length)
    await wakeDue(database, clock.now(), desk.workspace.id)
    const before = await look(desk)
    await distribute()
    const after = await look(desk)
    const steps = await stepsAfter(desk, seen)
    seen = after.lastPart
    const own = steps.filter(({ part }) => part > before.lastPart)
    add('rounds', 1)
    for (const broken of [...replay(before, own), ...leftWaiting(after)])
      wrong.push(`${broken} (act ${counts['acts']}, after: ${acts.join(', ')})`)
    add('takenBack', own.filter(({ to }) => to === null).length)
    for (const { to, team } of steps) {
      if (to === null || team === null) continue
      add('given', 1)
      if (team === desk.teams.rota && shares.has(to)) shares.set(to, (shares.get(to) ?? 0) + 1)
    }
    add('waited', waitingIn(after).length)
    add('full', after.members.filter(each => each.open >= each.limit).length)
    const [fewest = 0, most = 0] = [...shares.values()].toSorted((a, b) => a - b)
    if (most - fewest > 1) wrong.push(`the rota gave ${fewest} to one and ${most} to the other`)
  }
  console.log(
    `distribution: ${JSON.stringify({ ...counts, shares: [...shares.values()], wrong: wrong.length })}`,
  )
  expect(wrong.slice(0, 3)).toEqual([])
  expect(counts['given']).toBeGreaterThan(ACTS / 10)
  expect(counts['waited'], 'else nobody was ever without room').toBeGreaterThan(0)
  expect(counts['takenBack']).toBeGreaterThan(0)

  function add(what: string, many: number): void {
    counts[what] = (counts[what] ?? 0) + many
  }
}, 600_000)

/** As two processes do, at the same time, till nothing more follows from anything. */
async function distribute(): Promise<void> {
  while ((await drainEvents(guichet)) > 0)
    await Promise.all([distributeDue(database, clock.now()), distributeDue(database, clock.now())])
  await distributeDue(database, clock.now())
}

/** A conversation that is open. */
interface Open {
  id: number
  /** The team it waits in where it is with nobody; 0 where no team gives it to anybody. */
  team: number
  with: number | null
  urgency: number
  since: number
}

interface Member {
  team: number
  admin: number
  open: number
  limit: number
  /** There, with a seat, in a team that gives now. */
  takes: boolean
}

interface Look {
  open: Open[]
  members: Member[]
  lastPart: number
}

/** How things are, asked for in another way than the engine asks. */
async function look({ workspace: { id: within } }: Desk): Promise<Look> {
  const { read } = database
  const conversations = await read
    .selectFrom('conversations')
    .select(['id', 'admin_assignee_id', 'team_assignee_id', 'priority'])
    .select(['waiting_since', 'team_assigned_at', 'created_at'])
    .where('workspace_id', '=', within)
    .where('state', '=', 'open')
    .execute()
  const teams = await read.selectFrom('teams').selectAll().where('workspace_id', '=', within).execute()
  const places = await read
    .selectFrom('team_members')
    .innerJoin('admins', join =>
      join
        .onRef('admins.workspace_id', '=', 'team_members.workspace_id')
        .onRef('admins.id', '=', 'team_members.admin_id'),
    )
    .select(['team_id', 'admin_id', 'has_inbox_seat', 'away_mode_enabled', 'assignment_limit'])
    .where('team_members.workspace_id', '=', within)
    .execute()
  const last = await read
    .selectFrom('conversation_parts')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('workspace_id', '=', within)
    .executeTakeFirst()
  const teamOf = (id: number | null) => teams.find(team => team.id === id)
  return {
    lastPart: last?.id ?? 0,
    open: conversations.map(each => ({
      ...{ id: each.id, with: each.admin_assignee_id },
      team: gives(teamOf(each.team_assignee_id)) ? (each.team_assignee_id ?? 0) : 0,
      urgency: ['urgent', 'high', 'medium', 'low', 'none'].indexOf(each.priority),
      since: each.waiting_since ?? each.team_assigned_at ?? each.created_at,
    })),
    members: places.map(place => ({
      ...{ team: place.team_id, admin: place.admin_id },
      open: conversations.filter(each => each.admin_assignee_id === place.admin_id).length,
      limit: place.assignment_limit ?? teamOf(place.team_id)?.assignment_limit ?? Number.POSITIVE_INFINITY,
      takes: place.has_inbox_seat && !place.away_mode_enabled && gives(teamOf(place.team_id)),
    })),
  }
}

/** The one schedule there is: Monday to Friday from 9 to 17, in UTC. */
function gives(team: { distribution_method: string; office_hours_only: boolean } | undefined): boolean {
  if (team === undefined || team.distribution_method === 'manual_assignment') return false
  const now = new Date(clock.ms())
  const isOpen = ![0, 6].includes(now.getUTCDay()) && now.getUTCHours() >= 9 && now.getUTCHours() < 17
  return isOpen || !team.office_hours_only
}

/** What was given, and what was taken back, in the order in which it was. */
interface Step {
  part: number
  conversation: number
  team: number | null
  to: number | null
}

async function stepsAfter({ workspace: { id: within } }: Desk, part: number): Promise<Step[]> {
  const rows = await database.read
    .selectFrom('conversation_parts')
    .select(['id', 'conversation_id', 'assigned_to_id', 'event_details'])
    .where('workspace_id', '=', within)
    .where('id', '>', part)
    .orderBy('id')
    .execute()
  return rows.map(
    ({ id: part, conversation_id: conversation, assigned_to_id: to, event_details: details }) => ({
      ...{ part, conversation, to: to === null ? null : Number(to) },
      team: teamIn(details),
    }),
  )
}

const teamIn = (details: unknown): number | null =>
  Number(/"distribution_team":\{"id":"(\d+)"/.exec(JSON.stringify(details))?.[1] ?? 0) || null

/** Does again what was done, and tells what should not have been. */
function replay(before: Look, steps: Step[]): string[] {
  const wrong: string[] = []
  const holders = new Map(before.open.map(each => [each.id, each.with]))
  const openWith = (admin: number) => [...holders.values()].filter(each => each === admin).length
  const latest = new Map<number, Open>()
  for (const { conversation, to, team } of steps) {
    const had = holders.get(conversation)
    holders.set(conversation, to)
    if (to === null || team === null) continue
    const member = before.members.find(each => each.admin === to && each.team === team)
    if (had !== null) wrong.push(`${conversation} was given to ${to} while it was with ${had}`)
    if (!member?.takes) wrong.push(`${conversation} went to ${to}, who takes nothing for team ${team}`)
    if (openWith(to) > (member?.limit ?? 0))
      wrong.push(`${conversation} went to ${to}, who has ${openWith(to)} open of ${member?.limit} then`)
    const which = waitingIn(before).find(({ id }) => id === conversation)
    const last = latest.get(team)
    if (which && last && comesBefore(which, last)) wrong.push(`${conversation} waited longer than ${last.id}`)
    if (which) latest.set(team, which)
  }
  return wrong
}

const waitingIn = ({ open }: Look): Open[] => open.filter(each => each.team !== 0 && each.with === null)

const comesBefore = (one: Open, other: Open): boolean =>
  one.urgency < other.urgency || (one.urgency === other.urgency && one.since < other.since)

const leftWaiting = (look: Look): string[] =>
  waitingIn(look).flatMap(({ id, team }) =>
    look.members
      .filter(each => each.team === team && each.takes && each.open < each.limit)
      .map(({ admin }) => `${id} waits, and ${admin} has room`),
  )
