import { expect, test } from 'vitest'
import { buildConversation, manage, reply } from '../../test/support/conversations.ts'
import { buildTeam } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, clock, database, ownerId, botId } = guichet

const search = (query: unknown, more: object = {}) => api.post('/conversations/search', { query, ...more })
const found = async (field: string, operator: string, value: unknown): Promise<string[]> => {
  const { body } = await search({ field, operator, value })
  return (body.conversations ?? body.errors).map((each: { id: string }) => each.id).toSorted()
}

const start = clock.now()
const team = await buildTeam(guichet, 'Billing')
const open = await buildConversation(guichet, { body: 'I need support with 100% of my bills' })
clock.advance(100)
const closed = await buildConversation(guichet, { body: 'Supporting others' })
await reply(guichet, closed.id, { body: 'Here you are' })
await manage(guichet, closed.id, { message_type: 'close' })
clock.advance(100)
const assigned = await buildConversation(guichet, { body: 'Assigned' })
await manage(guichet, assigned.id, { message_type: 'assignment', type: 'admin', assignee_id: ownerId })
await manage(guichet, assigned.id, { message_type: 'assignment', type: 'team', assignee_id: team })
await api.put(`/conversations/${assigned.id}`, { read: true, priority: 'high' })
const { body: tag } = await api.post('/tags', { name: 'Vip' })
await api.post(`/conversations/${assigned.id}/tags`, { id: tag.id, admin_id: ownerId })
await database.transaction(async tx => {
  const times = { created_at: start, updated_at: start }
  const attribute = { workspace_id: guichet.id, model: 'conversation' as const, ...times }
  await tx
    .insertInto('data_attributes')
    .values([
      { ...attribute, name: 'Issue type.v2', data_type: 'string' },
      { ...attribute, name: 'size', data_type: 'integer' },
    ])
    .execute()
  await tx
    .updateTable('conversations')
    .set({
      ...{ rating: 4, rating_requested_at: start, rating_replied_at: start + 5, rating_remark: 'Great work' },
      ...{ rating_contact_id: closed.contact.id, rating_admin_id: ownerId, ai_agent_participated: true },
      ai_agent: JSON.stringify({ resolution_state: 'escalated', rating: 3 }),
    })
    .where('workspace_id', '=', guichet.id)
    .where('id', '=', Number(closed.id))
    .execute()
})
await api.put(`/conversations/${open.id}`, { custom_attributes: { 'Issue type.v2': 'Billing', size: 12 } })

const all = [open.id, closed.id, assigned.id].toSorted()

const cases: [field: string, operator: string, value: unknown, expected: string[]][] = [
  ['id', '=', open.id, [open.id]],
  ['id', '=', Number(open.id), [open.id]],
  ['id', '>', open.id, [closed.id, assigned.id].toSorted()],
  ['id', 'IN', [open.id, closed.id], [open.id, closed.id].toSorted()],
  ['created_at', '>', start + 150, [assigned.id]],
  ['created_at', '=', String(start), [open.id]],
  ['updated_at', '<', start, []],
  ['source.id', '=', open.sourceId, [open.id]],
  ['source.type', '=', 'conversation', all],
  ['source.delivered_as', '=', 'customer_initiated', all],
  ['source.author.id', '=', open.contact.id, [open.id]],
  ['source.author.type', '=', 'user', all],
  ['source.author.name', '=', open.contact.name.toUpperCase(), [open.id]],
  ['source.author.email', '=', open.contact.email, [open.id]],
  ['source.url', '=', null, all],
  ['source.subject', '=', '', all],
  ['source.body', '=', 'support', [open.id]],
  ['source.body', '=', 'SUPPORT', [open.id]],
  ['source.body', '=', 'need support', []],
  ['source.body', '~', 'need support', [open.id]],
  ['source.body', '~', 'support', [open.id, closed.id].toSorted()],
  ['source.body', '~', '100%', [open.id]],
  ['source.body', '!=', 'support', [closed.id, assigned.id].toSorted()],
  ['contact_ids', '=', closed.contact.id, [closed.id]],
  ['contact_ids', '!=', closed.contact.id, [open.id, assigned.id].toSorted()],
  ['contact_ids', 'IN', [open.contact.id, closed.contact.id], [open.id, closed.id].toSorted()],
  ['teammate_ids', '=', ownerId, [closed.id]],
  ['teammate_ids', '=', botId, []],
  ['tag_ids', '=', tag.id, [assigned.id]],
  ['tag_ids', '=', null, [open.id, closed.id].toSorted()],
  ['admin_assignee_id', '=', ownerId, [assigned.id]],
  ['admin_assignee_id', '=', 0, [open.id, closed.id].toSorted()],
  ['admin_assignee_id', '=', null, [open.id, closed.id].toSorted()],
  ['admin_assignee_id', '=', '0', [open.id, closed.id].toSorted()],
  ['team_assignee_id', '=', String(team), [assigned.id]],
  ['channel_initiated', '=', 'messenger', all],
  ['open', '=', true, [open.id, assigned.id].toSorted()],
  ['open', '=', 'false', [closed.id]],
  ['read', '=', true, [assigned.id]],
  ['state', '=', 'closed', [closed.id]],
  ['waiting_since', '=', null, [closed.id]],
  ['snoozed_until', '=', null, all],
  ['priority', '=', 'high', [assigned.id]],
  ['priority', '=', 'priority', [assigned.id]],
  ['priority', '=', 'not_priority', [open.id, closed.id].toSorted()],
  ['statistics.first_contact_reply_at', '=', start, [open.id]],
  ['statistics.time_to_admin_reply', '=', 0, [closed.id]],
  ['statistics.last_closed_by_id', '=', ownerId, [closed.id]],
  ['statistics.count_assignments', '>', 1, [assigned.id]],
  ['statistics.count_conversation_parts', '=', 3, [open.id, closed.id].toSorted()],
  ['conversation_rating.score', '>', 3, [closed.id]],
  ['conversation_rating.remark', '~', 'great', [closed.id]],
  ['conversation_rating.contact_id', '=', closed.contact.id, [closed.id]],
  ['conversation_rating.admin_d', '=', ownerId, [closed.id]],
  ['conversation_rating.replied_at', '>', start, [closed.id]],
  ['ai_agent_participated', '=', true, [closed.id]],
  ['ai_agent.resolution_state', '=', 'escalated', [closed.id]],
  ['ai_agent.rating', '>', 2, [closed.id]],
  ['custom_attributes.Issue type.v2', '=', 'Billing', [open.id]],
  ['custom_attributes.size', '>', 10, [open.id]],
]

test.each(cases)('%s %s %j', async (field, operator, value, expected) => {
  expect(await found(field, operator, value)).toEqual(expected)
})

test('conditions are combined', async () => {
  const { body } = await search({
    operator: 'AND',
    value: [
      { field: 'open', operator: '=', value: true },
      {
        operator: 'OR',
        value: [
          { field: 'state', operator: '=', value: 'snoozed' },
          { field: 'contact_ids', operator: '=', value: open.contact.id },
        ],
      },
    ],
  })
  expect(body.conversations.map((each: { id: string }) => each.id)).toEqual([open.id])
  expect(body.conversations[0]).not.toHaveProperty('conversation_parts')
})

test.each([
  ['an unknown field', { field: 'nope', operator: '=', value: 1 }, 'invalid_field'],
  [
    'an attribute nobody defined',
    { field: 'custom_attributes.nope', operator: '=', value: 1 },
    'invalid_field',
  ],
  ['an operator there is not', { field: 'id', operator: 'AND', value: 1 }, 'parameter_invalid'],
  ['an operator that does not fit', { field: 'open', operator: '~', value: 'x' }, 'parameter_invalid'],
])('a search with %s is refused', async (_, query, code) => {
  const { status, body } = await search(query)
  expect([status, body.errors[0].code]).toEqual([400, code])
})

test.each(['id', 'created_at', 'updated_at'])('results are paged in the order of %s', async field => {
  const seen: string[] = []
  let starting_after: string | undefined
  do {
    const { body } = await search(
      { field: 'id', operator: '>', value: 0 },
      { sort: { field, order: 'ascending' }, pagination: { per_page: 1, starting_after } },
    )
    expect(body.total_count).toBe(3)
    seen.push(...body.conversations.map((each: { id: string }) => each.id))
    starting_after = body.pages.next?.starting_after
  } while (starting_after)
  expect(seen.toSorted()).toEqual(all)
  if (field !== 'updated_at') expect(seen).toEqual([open.id, closed.id, assigned.id])
})
