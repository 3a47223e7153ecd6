import { workedTime } from '../office-hours/index.ts'
import type { Changes, Standing, TeamTime } from './standing.ts'

/** One transition of a conversation: what it changes, given where the conversation stands. */
export type Step = (standing: Standing) => Changes

/** Seconds of office hours between two moments. */
const worked = ({ office_hours }: Standing, from: number, to: number): number =>
  workedTime(office_hours, from, to)

/** What several transitions change together, each starting from where those before it led. */
export function after(standing: Standing, ...steps: Step[]): Changes {
  let changes: Changes = {}
  for (const step of steps) changes = { ...changes, ...step({ ...standing, ...changes }) }
  return changes
}

/** A contact wrote. The wait begins with the first message that nobody has answered. */
export const contactReplied =
  (at: number): Step =>
  standing => ({
    read: false,
    waiting_since: standing.waiting_since ?? at,
    last_contact_reply_at: at,
    ...(standing.first_contact_reply_at === null && {
      first_contact_reply_at: at,
      first_contact_reply_type: 'conversation',
    }),
  })

/** A teammate wrote to the contact; notes do not count. */
export const adminReplied =
  (at: number): Step =>
  standing => ({
    waiting_since: null,
    last_admin_reply_at: at,
    ...(standing.last_assignment_at !== null &&
      standing.last_assignment_admin_reply_at === null && { last_assignment_admin_reply_at: at }),
    ...firstAnswer(standing, at),
    ...endOfWait(standing, at),
    ...teamAnswered(standing, at),
  })

function firstAnswer(standing: Standing, at: number): Changes {
  const asked = standing.first_contact_reply_at
  if (asked === null || standing.first_admin_reply_at !== null) return {}
  return { first_admin_reply_at: at, time_to_admin_reply: worked(standing, asked, at) }
}

function endOfWait(standing: Standing, at: number): Changes {
  const asked = standing.last_contact_reply_at
  if (standing.waiting_since === null || asked === null) return {}
  const times = [...standing.reply_times, worked(standing, asked, at)].toSorted((a, b) => a - b)
  return { reply_times: times, median_time_to_reply: median(times) }
}

function teamAnswered(standing: Standing, at: number): Changes {
  const { team_assignee_id: team, first_contact_reply_at: asked } = standing
  if (team === null || asked === null) return {}
  if (standing.assigned_team_first_response_time.some(each => each.team_id === team)) return {}
  const from = Math.max(standing.team_assigned_at ?? asked, asked)
  const of = (seconds: number): TeamTime => ({
    team_id: team,
    team_name: standing.team_name ?? '',
    response_time: seconds,
  })
  return {
    assigned_team_first_response_time: [
      ...standing.assigned_team_first_response_time,
      of(Math.max(at - from, 0)),
    ],
    assigned_team_first_response_time_in_office_hours: [
      ...standing.assigned_team_first_response_time_in_office_hours,
      of(worked(standing, from, at)),
    ],
  }
}

/** Somebody else has it from now on, or nobody: an assignee left out stays as it is. */
export const assigned =
  (at: number, to: { admin?: number | null; team?: number | null }): Step =>
  standing => ({
    ...(to.admin !== undefined && { admin_assignee_id: to.admin }),
    ...(to.team !== undefined && {
      team_assignee_id: to.team,
      team_assigned_at: to.team === null ? null : at,
    }),
    ...((to.admin ?? to.team ?? null) !== null && countAssignment(standing, at)),
    ...(to.admin === null && letGo(standing, at)),
    ...(typeof to.admin === 'number' && standing.state !== 'closed' && takeInHand(standing, at)),
  })

function countAssignment(standing: Standing, at: number): Changes {
  const asked = standing.first_contact_reply_at
  if (asked === null) return {}
  return {
    last_assignment_at: at,
    last_assignment_admin_reply_at: null,
    count_assignments: standing.count_assignments + 1,
    first_assignment_at: standing.first_assignment_at ?? at,
    ...(standing.first_admin_reply_at === null && { time_to_assignment: Math.max(at - asked, 0) }),
  }
}

export const closed =
  (at: number, adminId: number | null): Step =>
  standing => {
    const asked = standing.first_contact_reply_at
    return {
      state: 'closed',
      snoozed_until: null,
      waiting_since: null,
      last_close_at: at,
      last_closed_by_id: adminId,
      ...(asked !== null && {
        time_to_last_close: worked(standing, asked, at),
        ...(standing.first_close_at === null && {
          first_close_at: at,
          time_to_first_close: worked(standing, asked, at),
        }),
      }),
      ...letGo(standing, at),
    }
  }

/** Open again, from closed or from snoozed; nothing for what is open. */
export const opened =
  (at: number): Step =>
  standing => {
    if (standing.state === 'open') return {}
    if (standing.state === 'snoozed') return { state: 'open', snoozed_until: null, ...goOn(standing, at) }
    return {
      state: 'open',
      snoozed_until: null,
      ...(standing.first_contact_reply_at !== null && { count_reopens: standing.count_reopens + 1 }),
      ...(standing.admin_assignee_id !== null && takeInHand(standing, at)),
    }
  }

export const snoozed =
  (at: number, until: number): Step =>
  standing => ({
    ...(standing.state === 'closed' && opened(at)(standing)),
    state: 'snoozed',
    snoozed_until: until,
    ...pause(standing, at),
  })

/** Handling begins with the first admin who has it in hand, and ends with the close. */
const takeInHand = (standing: Standing, at: number): Changes =>
  standing.handling_since === null ? { handling_since: at } : {}

const pause = (standing: Standing, at: number): Changes =>
  standing.handling_since === null || standing.handling_paused_since !== null
    ? {}
    : { handling_paused_since: at }

const goOn = (standing: Standing, at: number): Changes =>
  standing.handling_paused_since === null
    ? {}
    : { handling_paused_since: null, handling_paused: pausedBy(standing, at) }

function letGo(standing: Standing, at: number): Changes {
  const since = standing.handling_since
  if (since === null) return {}
  const whole = Math.max(at - since, 0)
  return {
    handling_time: (standing.handling_time ?? 0) + whole,
    adjusted_handling_time:
      (standing.adjusted_handling_time ?? 0) + Math.max(whole - pausedBy(standing, at), 0),
    handling_since: null,
    handling_paused_since: null,
    handling_paused: 0,
  }
}

const pausedBy = ({ handling_paused, handling_paused_since: since }: Standing, at: number): number =>
  handling_paused + (since === null ? 0 : Math.max(at - since, 0))

function median(sorted: number[]): number {
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : Math.round((upper + (sorted[middle - 1] ?? upper)) / 2)
}
