import { VERSIONS } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { buildConversation, manage, reply } from '../../test/support/conversations.ts'
import { buildTeam } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, clock, ownerId } = guichet

const asContact = (id: string, contact: { id: string }) =>
  api.post(`/conversations/${id}/reply`, {
    ...{ message_type: 'comment', type: 'user', intercom_user_id: contact.id, body: 'Hi' },
  })

test('the statistics of a conversation follow what happens in it', async () => {
  const start = clock.now()
  const { id, contact } = await buildConversation(guichet)
  const team = await buildTeam(guichet, 'Billing')
  clock.advance(10)
  await manage(guichet, id, { message_type: 'assignment', type: 'team', assignee_id: team })
  clock.advance(10)
  await manage(guichet, id, { message_type: 'assignment', type: 'admin', assignee_id: ownerId })
  clock.advance(40)
  await reply(guichet, id, { body: 'Hello' })
  clock.advance(40)
  await manage(guichet, id, { message_type: 'close' })
  clock.advance(100)
  await asContact(id, contact)
  clock.advance(30)
  await reply(guichet, id, { message_type: 'note', body: 'Hm' })
  clock.advance(10)
  await reply(guichet, id, { body: 'Hello again' })
  const { body } = await api.get(`/conversations/${id}`)
  expect(body.statistics).toEqual({
    type: 'conversation_statistics',
    ...{ time_to_assignment: 20, time_to_admin_reply: 60, time_to_first_close: 100, time_to_last_close: 100 },
    median_time_to_reply: 50,
    ...{ first_contact_reply_at: start, first_assignment_at: start + 10, first_admin_reply_at: start + 60 },
    ...{
      first_close_at: start + 100,
      last_assignment_at: start + 20,
      last_assignment_admin_reply_at: start + 60,
    },
    ...{ last_contact_reply_at: start + 200, last_admin_reply_at: start + 240, last_close_at: start + 100 },
    ...{ last_closed_by_id: String(ownerId), count_reopens: 1, count_assignments: 2 },
    count_conversation_parts: body.conversation_parts.total_count + 1,
    assigned_team_first_response_time: [{ team_id: team, team_name: 'Billing', response_time: 50 }],
    assigned_team_first_response_time_in_office_hours: [
      { team_id: team, team_name: 'Billing', response_time: 50 },
    ],
    ...{ handling_time: 80, adjusted_handling_time: 80 },
  })
  expect(body.waiting_since).toBeNull()
})

test.each(VERSIONS)('statistics have the keys of %s', async version => {
  const { id } = await buildConversation(guichet)
  const { body } = await api.at(version).get(`/conversations/${id}`)
  expect(body.statistics).toMatchObject({ type: 'conversation_statistics', count_conversation_parts: 1 })
})
