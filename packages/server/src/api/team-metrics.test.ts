import { expect, test } from 'vitest'
import { buildConversation, manage } from '../../test/support/conversations.ts'
import { buildAdmin, buildTeam } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, ownerId, clock } = guichet

test('each member of a team is told with what they have in hand', async () => {
  const idle = await buildAdmin(guichet, 'Idle Ida')
  const team = await buildTeam(guichet, 'Care', [ownerId, idle])
  const assigned = async () => {
    const { id } = await buildConversation(guichet)
    await manage(guichet, id, { message_type: 'assignment', type: 'admin', assignee_id: ownerId })
    return id
  }
  await assigned()
  clock.advance(1000)
  await assigned()
  await manage(guichet, await assigned(), { message_type: 'snoozed', snoozed_until: clock.now() + 9000 })
  await manage(guichet, await assigned(), { message_type: 'close', type: 'admin' })
  clock.advance(900)
  const { body } = await api.at('2.16').get(`/teams/${team}/metrics`)
  expect(body).toEqual({
    type: 'team_metric.list',
    data: [
      { type: 'team_metric', admin_id: String(ownerId), open: 2, idle: 1, snoozed: 1 },
      { type: 'team_metric', admin_id: String(idle), open: 0, idle: 0, snoozed: 0 },
    ],
  })
  const idleAfter = async (seconds: number) =>
    (await api.get(`/teams/${team}/metrics?idle_threshold=${seconds}`)).body.data[0].idle
  expect([await idleAfter(600), await idleAfter(-5), await idleAfter(999999)]).toEqual([2, 2, 0])
  expect((await api.get('/teams/999999/metrics')).body.errors).toEqual([
    { code: 'team_not_found', message: 'Team not found' },
  ])
})
