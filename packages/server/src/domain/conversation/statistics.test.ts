import { describe, expect, test } from 'vitest'
import type { Changes, Standing } from './standing.ts'
import {
  adminReplied,
  after,
  assigned,
  closed,
  contactReplied,
  opened,
  type Step,
  snoozed,
} from './statistics.ts'

const fresh: Standing = {
  ...{ id: 1, is_ticket: false, created_at: 0, updated_at: 0, state: 'open', read: false, priority: 'none' },
  ...{ title: null, custom_attributes: {}, company_id: null, contact_ids: [], waiting_since: null },
  ...{ snoozed_until: null, admin_assignee_id: null, team_assignee_id: null, team_name: 'Billing' },
  ...{ office_hours: null },
  ...{ first_contact_reply_at: null, first_contact_reply_type: null, first_assignment_at: null },
  ...{ first_admin_reply_at: null, first_close_at: null, last_assignment_at: null },
  ...{ last_assignment_admin_reply_at: null, last_contact_reply_at: null, last_admin_reply_at: null },
  ...{ last_close_at: null, last_closed_by_id: null, time_to_assignment: null, time_to_admin_reply: null },
  ...{ time_to_first_close: null, time_to_last_close: null, median_time_to_reply: null, handling_time: null },
  ...{ adjusted_handling_time: null, count_reopens: 0, count_assignments: 0, reply_times: [] },
  ...{ assigned_team_first_response_time: [], assigned_team_first_response_time_in_office_hours: [] },
  ...{ team_assigned_at: null, handling_since: null, handling_paused_since: null, handling_paused: 0 },
}

/** A conversation that a contact began at second 0. */
const begun = contactReplied(0)

const scenarios: [says: string, steps: Step[], expected: Partial<Changes>][] = [
  [
    'the message a contact begins with counts as its first reply',
    [begun],
    { first_contact_reply_at: 0, last_contact_reply_at: 0, waiting_since: 0 },
  ],
  [
    'the first answer is timed from the first message of the contact, and ends the wait',
    [begun, contactReplied(10), adminReplied(60)],
    { first_admin_reply_at: 60, time_to_admin_reply: 60, waiting_since: null, last_admin_reply_at: 60 },
  ],
  [
    'later answers leave the first one alone',
    [begun, adminReplied(60), contactReplied(100), adminReplied(400)],
    { first_admin_reply_at: 60, time_to_admin_reply: 60, last_admin_reply_at: 400 },
  ],
  [
    'the wait begins with the first message nobody has answered',
    [begun, adminReplied(60), contactReplied(100), contactReplied(130)],
    { waiting_since: 100, last_contact_reply_at: 130 },
  ],
  [
    'the median is over answers to contacts, not over what admins add',
    [begun, adminReplied(60), adminReplied(90), contactReplied(100), adminReplied(300)],
    { reply_times: [60, 200], median_time_to_reply: 130 },
  ],
  [
    'of an odd number of answers the median is the middle one',
    [begun, adminReplied(60), contactReplied(100), adminReplied(500), contactReplied(600), adminReplied(610)],
    { reply_times: [10, 60, 400], median_time_to_reply: 60 },
  ],
  [
    'before a contact has written nothing is measured',
    [adminReplied(5), assigned(6, { admin: 7 }), closed(10, 7), opened(20)],
    {
      ...{
        last_admin_reply_at: 5,
        last_close_at: 10,
        last_closed_by_id: 7,
        admin_assignee_id: 7,
        count_reopens: 0,
      },
      ...{
        first_admin_reply_at: null,
        first_assignment_at: null,
        first_close_at: null,
        count_assignments: 0,
      },
      ...{ time_to_admin_reply: null, time_to_first_close: null, median_time_to_reply: null },
    },
  ],
  [
    'assignments are counted and timed up to the first answer',
    [
      begun,
      assigned(10, { admin: 7 }),
      assigned(30, { team: 3 }),
      adminReplied(60),
      assigned(90, { admin: 8 }),
    ],
    {
      ...{ first_assignment_at: 10, last_assignment_at: 90, count_assignments: 3, time_to_assignment: 30 },
      ...{ admin_assignee_id: 8, team_assignee_id: 3 },
    },
  ],
  [
    'the first answer since the latest assignment is kept, until the next assignment',
    [begun, assigned(10, { admin: 7 }), adminReplied(20), adminReplied(30)],
    { last_assignment_admin_reply_at: 20 },
  ],
  [
    'a new assignment waits for its own answer',
    [begun, assigned(10, { admin: 7 }), adminReplied(20), assigned(40, { admin: 8 })],
    { last_assignment_admin_reply_at: null },
  ],
  [
    'assigning to nobody is no assignment',
    [begun, assigned(10, { admin: 7 }), assigned(20, { admin: null })],
    { admin_assignee_id: null, count_assignments: 1, last_assignment_at: 10 },
  ],
  [
    'the first and the last close are timed from the first message of the contact',
    [begun, closed(100, 7), opened(150), closed(300, 8)],
    {
      ...{ first_close_at: 100, last_close_at: 300, time_to_first_close: 100, time_to_last_close: 300 },
      ...{ last_closed_by_id: 8, count_reopens: 1, state: 'closed' },
    },
  ],
  ['opening what is open is no reopening', [begun, opened(10)], { count_reopens: 0 }],
  [
    'waking from a snooze is no reopening',
    [begun, snoozed(10, 100), opened(50)],
    { count_reopens: 0, state: 'open' },
  ],
  [
    'a team is timed from its assignment to its first answer, once',
    [begun, assigned(50, { team: 3 }), adminReplied(80), contactReplied(100), adminReplied(200)],
    { assigned_team_first_response_time: [{ team_id: 3, team_name: 'Billing', response_time: 30 }] },
  ],
  [
    'handling lasts from the first assignment to an admin to the close',
    [begun, assigned(10, { admin: 7 }), assigned(20, { admin: 8 }), closed(100, 8)],
    { handling_time: 90, adjusted_handling_time: 90 },
  ],
  [
    'a snooze is taken off the adjusted handling time',
    [begun, assigned(10, { admin: 7 }), snoozed(20, 60), opened(60), closed(100, 7)],
    { handling_time: 90, adjusted_handling_time: 50 },
  ],
  [
    'a conversation that is closed while snoozed was paused until then',
    [begun, assigned(10, { admin: 7 }), snoozed(20, 500), closed(100, 7)],
    { handling_time: 90, adjusted_handling_time: 10 },
  ],
  [
    'handling goes on after a reopening',
    [begun, assigned(10, { admin: 7 }), closed(100, 7), opened(200), closed(250, 7)],
    { handling_time: 140, adjusted_handling_time: 140 },
  ],
  ['without an admin nobody handles it', [begun, closed(100, 7)], { handling_time: null }],
]

describe('statistics', () => {
  test.each(scenarios)('%s', (_, steps, expected) => {
    expect({ ...fresh, ...after(fresh, ...steps) }).toMatchObject(expected)
  })

  test('answers and closes are timed by office hours, and teams in both ways', () => {
    // The epoch began on a Thursday: the fourth day of a week.
    const opens = 3 * 1440
    const office_hours = {
      ...{ time_zone_name: 'UTC', exceptions: [] },
      time_intervals: [{ start_minute: opens, end_minute: opens + 1 }],
    }
    const changes = after(
      { ...fresh, office_hours },
      begun,
      assigned(0, { team: 3 }),
      adminReplied(30),
      closed(100, 7),
    )
    expect(changes).toMatchObject({
      ...{ time_to_admin_reply: 30, median_time_to_reply: 30 },
      ...{ time_to_first_close: 60, time_to_last_close: 60 },
      assigned_team_first_response_time: [{ response_time: 30 }],
      assigned_team_first_response_time_in_office_hours: [{ response_time: 30 }],
    })
  })
})
