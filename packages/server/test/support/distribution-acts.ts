import { setAway } from '../../src/domain/away/index.ts'
import { replaceTeamMembers } from '../../src/domain/team/index.ts'
import { updateTeam } from '../../src/domain/team-settings/index.ts'
import { updateTeammate } from '../../src/domain/teammate/index.ts'
import { acting } from './acting.ts'
import { buildContact, type TestContact } from './conversations.ts'
import type { Guichet, TestWorkspace } from './guichet.ts'
import { buildTeam, buildTeammate } from './people.ts'

/** A workspace in which teams distribute what comes in, with what random acts begin from. */
export interface Desk {
  guichet: Guichet
  workspace: TestWorkspace
  contact: TestContact
  ticketType: string
  /** A rota that two are always in, one that balances load, one that keeps office hours, and one that gives nothing. */
  teams: { rota: number; balanced: number; daytime: number; manual: number }
  /** Those in the rota alone who never go away and take whatever comes. */
  always: number[]
  /** Those who come and go. */
  people: number[]
  conversations: string[]
  chance(): number
  pick<T>(of: readonly T[]): T
}

export async function openDesk(guichet: Guichet, chance: () => number): Promise<Desk> {
  const { database, clock } = guichet
  const workspace = await guichet.createWorkspace()
  const at = { database, workspace, now: clock.now() }
  const pick = <T>(of: readonly T[]): T => {
    const picked = of[Math.floor(chance() * of.length)]
    if (picked === undefined) throw new Error('there is nothing to pick from')
    return picked
  }
  const make = async (names: string[]) => {
    const ids: number[] = []
    for (const name of names) ids.push((await buildTeammate(at, name)).id)
    return ids
  }
  const always = await make(['Ann', 'Ben'])
  const people = await make(['Cleo', 'Dan', 'Eve', 'Finn'])
  const team = async (name: string, distribution_method: string, members: number[], limit?: number) => {
    const more = limit === undefined ? {} : { assignment_limit: limit }
    return (await buildTeam(at, name, { distribution_method, members, ...more })).id
  }
  const [cleo = 0, dan = 0, eve = 0, finn = 0] = people
  const teams = {
    rota: await team('Rota', 'round_robin', [...always, cleo, dan]),
    balanced: await team('Balanced', 'load_balanced', [dan, eve, finn], 3),
    daytime: await team('Daytime', 'round_robin', [cleo, finn], 2),
    manual: await team('Manual', 'manual_assignment', [cleo]),
  }
  const { api } = workspace
  const hours = { name: 'Days', time_zone_name: 'UTC', time_intervals: WEEKDAYS }
  await api.post('/office_hours_schedules', hours)
  const type = await api.post('/ticket_types', { name: 'Fault', category: 'Customer' })
  const desk = { guichet, workspace, teams, always, people, conversations: [], chance, pick }
  await settle(desk, (tx, actor) =>
    updateTeam(tx, actor, { id: String(teams.daytime), request: { office_hours_only: true } }),
  )
  const contact = await buildContact({ ...guichet, ...workspace })
  return { ...desk, contact, ticketType: String(type.body.id) }
}

/** Monday to Friday from 9 to 17. */
const WEEKDAYS = Array.from({ length: 5 }, (_, day) => ({
  start_minute: day * 1440 + 540,
  end_minute: day * 1440 + 1020,
}))

/** One random act. Answers its name. */
export async function actAtDesk(desk: Desk): Promise<string> {
  const [name, act] = desk.pick(ACTS)
  await act(desk)
  return name
}

type Act = (desk: Desk) => Promise<unknown>

const settle = <T>(
  { guichet, workspace }: Pick<Desk, 'guichet' | 'workspace'>,
  work: (...of: [Parameters<typeof updateTeam>[0], Parameters<typeof updateTeam>[1]]) => Promise<T>,
): Promise<T> => {
  const actor = acting(guichet, workspace)
  return guichet.database.transaction(tx => work(tx, actor), actor.now)
}

const manage = ({ workspace }: Desk, id: string, body: object) =>
  workspace.api.post(`/conversations/${id}/parts`, { type: 'admin', admin_id: workspace.ownerId, ...body })

const assign = (desk: Desk, id: string, type: 'admin' | 'team', to: number) =>
  manage(desk, id, { message_type: 'assignment', type, assignee_id: String(to) })

/** Something of the latest, which is mostly open still. */
const some =
  (act: (desk: Desk, id: string) => Promise<unknown>): Act =>
  async desk =>
    desk.conversations.length === 0 ? undefined : act(desk, desk.pick(desk.conversations.slice(-40)))

const writeIn: Act = async desk => {
  const { workspace, contact, conversations, pick, teams } = desk
  const from = { type: 'user', id: contact.id }
  const { body } = await workspace.api.post('/conversations', { from, body: 'Hello' })
  conversations.push(String(body.conversation_id))
  await assign(desk, String(body.conversation_id), 'team', pick(Object.values(teams)))
}

const raise: Act = async ({ workspace, contact, conversations, ticketType, pick, teams }) => {
  const { body } = await workspace.api.post('/tickets', {
    ...{ ticket_type_id: ticketType, contacts: [{ id: contact.id }] },
    ticket_attributes: { _default_title_: 'Broken' },
    assignment: { team_assignee_id: String(pick(Object.values(teams))) },
  })
  conversations.push(String(body.id))
}

const goAway: Act = ({ pick, people, chance, ...desk }) => {
  const away = { away_mode_enabled: chance() < 0.5, away_mode_reassign: chance() < 0.5 }
  return settle(desk, (tx, actor) => setAway(tx, actor, String(pick(people)), away))
}

const changeTeammate =
  (request: (desk: Desk) => Parameters<typeof updateTeammate>[2]['request']): Act =>
  desk =>
    settle(desk, (tx, actor) =>
      updateTeammate(tx, actor, { id: String(desk.pick(desk.people)), request: request(desk) }),
    )

const join: Act = desk => {
  const { teams, always, people, chance, pick } = desk
  const team = pick([teams.rota, teams.balanced, teams.daytime])
  const some = people.filter(() => chance() < 0.5)
  const admin_ids = team === teams.rota ? [...always, ...some] : some
  const secondary = admin_ids.filter(id => !always.includes(id) && chance() < 0.2)
  const primary = admin_ids.filter(id => !secondary.includes(id))
  const admin_priority_level = { primary_admin_ids: primary, secondary_admin_ids: secondary }
  return settle(desk, (tx, actor) =>
    replaceTeamMembers(tx, actor, String(team), { admin_ids, admin_priority_level }),
  )
}

const setTeam: Act = desk => {
  const { teams, pick } = desk
  const request = pick([
    ...[1, 2, 4, null].map(assignment_limit => ({ assignment_limit })),
    { distribution_method: 'round_robin' as const },
    { distribution_method: 'load_balanced' as const },
    { distribution_method: 'manual_assignment' as const },
  ])
  return settle(desk, (tx, actor) =>
    updateTeam(tx, actor, { id: String(pick([teams.balanced, teams.daytime])), request }),
  )
}

const PRIORITIES = ['none', 'low', 'medium', 'high', 'urgent']

const ACTS: [string, Act][] = [
  ...Array.from({ length: 6 }, (): [string, Act] => ['write in', writeIn]),
  ['raise a ticket', raise],
  ...Array.from({ length: 4 }, (): [string, Act] => [
    'close',
    some((desk, id) => manage(desk, id, { message_type: 'close' })),
  ]),
  ['open', some((desk, id) => manage(desk, id, { message_type: 'open' }))],
  [
    'snooze',
    some((desk, id) =>
      manage(desk, id, {
        message_type: 'snoozed',
        snoozed_until: desk.guichet.clock.now() + 60 + Math.floor(desk.chance() * 40_000),
      }),
    ),
  ],
  [
    'write again',
    some(({ workspace, contact }, id) =>
      workspace.api.post(`/conversations/${id}/reply`, {
        ...{ type: 'user', intercom_user_id: contact.id, message_type: 'comment', body: 'Still there?' },
      }),
    ),
  ],
  ['assign to a team', some((desk, id) => assign(desk, id, 'team', desk.pick(Object.values(desk.teams))))],
  ['assign to somebody', some((desk, id) => assign(desk, id, 'admin', desk.pick(desk.people)))],
  ['assign to nobody', some((desk, id) => assign(desk, id, 'admin', 0))],
  [
    'set a priority',
    some((desk, id) =>
      desk.workspace.api
        .at('Preview')
        .put(`/conversations/${id}`, { priority: desk.pick(PRIORITIES), admin_id: desk.workspace.ownerId }),
    ),
  ],
  [
    'run the rules',
    some((desk, id) => desk.workspace.api.at('2.11').post(`/conversations/${id}/run_assignment_rules`)),
  ],
  ['go away or come back', goAway],
  ['go away or come back', goAway],
  ['change a seat', changeTeammate(({ chance }) => ({ has_inbox_seat: chance() < 0.8 }))],
  ['limit somebody', changeTeammate(({ pick }) => ({ assignment_limit: pick([0, 1, 3, 5, null]) }))],
  ['join and leave', join],
  ['set up a team', setTeam],
]
