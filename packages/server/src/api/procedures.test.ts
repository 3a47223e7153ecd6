import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { happened } from '../../test/support/happened.ts'
import { drainJobs } from '../../test/support/jobs.ts'
import { changeFinSettings } from '../domain/fin/index.ts'
import { createProcedure, type NewProcedure } from '../domain/procedure/index.ts'
import { systemActor } from '../domain/system-actor.ts'

const guichet = await startGuichet()
const { api, id: workspaceId, botId, database, clock, createWorkspace } = guichet

const run = () => drainJobs({ database, clock, id: workspaceId })
const system = () =>
  systemActor({
    workspace: { id: workspaceId, name: 'Test', timezone: 'UTC' },
    operatorId: botId,
    now: clock.now(),
  })
const user = { id: 'procedure-user', name: 'Ada' }

const identifier = 'workflow_local_variables.72c5a6b3-3cce-41d8-8e30-14da40791958'
const refund: NewProcedure = {
  ...{ name: 'Refund', description: 'Gives money back' },
  steps: [
    { kind: 'ask_user', id: 'order', question: '<p>Which order?</p>', identifier: 'order' },
    {
      ...{ kind: 'ask_teammate', id: 'approval', question: 'May they have it back?', expires_in: 3600 },
      attributes: [{ identifier, name: 'approved', label: 'Approved', data_type: 'boolean' }],
    },
    { kind: 'say', id: 'done', body: '<p>Order {{order}} is refunded.</p>' },
  ],
}

const make = (more: Partial<NewProcedure> = {}) =>
  database.transaction(tx => createProcedure(tx, system(), { ...refund, ...more }))
const begin = (id: number | string, conversation_id: string) =>
  api.post(`/fin/procedures/${id}/run`, { conversation_id, user })

async function heard(url: string): Promise<{ event_name: string; [key: string]: unknown }[]> {
  const text = await (await fetch(url)).text()
  return text
    .split('\n')
    .flatMap(line => (line.startsWith('data: ') ? [JSON.parse(line.slice(6))] : []))
    .filter(each => each.event_name !== 'fin_reply_chunk')
}

/** A run that has got as far as its question to a teammate; the ids are what its webhook tells. */
async function untilAsked(externalId: string, words = 'Number <9>'): Promise<string> {
  await begin(await make(), externalId)
  await run()
  await api.post('/fin/reply', {
    conversation_id: externalId,
    user,
    message: { author: 'user', body: words },
  })
  await run()
  const asked = await happened(guichet, { topics: ['procedure.hitl_notification.created'] })
  return asked.at(-1)?.object.id ?? ''
}

const answer = (conversationId: string, value: unknown = true, step_id = 'approval') =>
  api.post(`/procedures/${conversationId}/collect_agent_input`, {
    ...{ step_id, attribute_values: [{ identifier, value }] },
  })

test('a procedure asks the user, then a teammate, then does what it is for', async () => {
  const id = await make()
  const { body } = await begin(id, 'run-1')
  expect(body).toMatchObject({
    conversation_id: 'run-1',
    user_id: 'procedure-user',
    procedure_id: String(id),
    status: 'thinking',
  })
  await run()
  const asked = await heard(body.sse_subscription_url)
  expect(asked.map(each => each['status'])).toEqual(['replying', 'awaiting_user_reply'])
  expect(asked[0]).toMatchObject({ message: { body: '<p>Which order?</p>' } })

  const conversationId = await untilAsked('run-2')
  expect((await answer(conversationId)).body).toEqual({})
  await run()
  const { body: conversation } = await api.get(`/conversations/${conversationId}`)
  const words = conversation.conversation_parts.conversation_parts.map((part: { body: string }) => part.body)
  expect(words).toContain('<p>Order Number &lt;9&gt; is refunded.</p>')
  expect(conversation).toMatchObject({
    state: 'closed',
    ai_agent: { resolution_state: 'assumed_resolution' },
  })
})

test('a question has one answer', async () => {
  const conversationId = await untilAsked('run-once')
  await answer(conversationId)
  const { status, body } = await answer(conversationId)
  expect([status, body.errors[0]]).toMatchObject([
    409,
    { code: 'conflict', message: 'This HITL request has already been fulfilled' },
  ])
})

test('an answer that does not fit is refused, and the question stays open', async () => {
  const conversationId = await untilAsked('run-wrong')
  expect((await answer(conversationId, 'yes')).status).toBe(400)
  expect((await answer(conversationId, null)).status).toBe(400)
  expect((await answer(conversationId, true, 'other')).status).toBe(404)
  expect((await answer('999999999', true)).status).toBe(404)
  expect((await answer(conversationId)).status).toBe(200)
})

test('procedures that cannot be run are refused in the published words', async () => {
  const off = await make({ live: false })
  const manual = await make({ apiTrigger: false })
  await begin(await make(), 'taken')
  const fine = await make()
  const exists =
    'Fin session already exists for this conversation. Please use /reply to continue the conversation.'
  const refusals: [number | string, string, string][] = [
    ['999999', 'x', 'Procedure not found'],
    ['nonsense', 'x', 'Procedure not found'],
    [off, 'x', 'Procedure is not live'],
    [manual, 'x', 'Procedure does not have an API trigger'],
    [fine, 'taken', exists],
  ]
  for (const [id, name, text] of refusals) {
    const { status, body } = await begin(id, name)
    expect([status, body.errors[0]]).toMatchObject([400, { code: 'parameter_invalid', message: text }])
  }
})

test('a user sees the procedures for them, beside what Fin always does', async () => {
  const predicates = [{ attribute: 'email', type: 'string', comparison: 'eq', value: 'else@example.com' }]
  const { status, body: audience } = await api.post('/audiences', { name: 'Somebody else', predicates })
  expect(status).toBeLessThan(300)
  const theirs = await make({ name: 'For everybody' })
  const others = await make({ name: 'For somebody else', audienceIds: [Number(audience.id)] })
  const { body } = await api.post('/fin/capabilities', { user })
  const ids = body.capabilities.map((each: { id?: string }) => each.id)
  expect(body.version).toBe('Preview')
  expect(body.capabilities).toContainEqual({
    ...{ type: 'procedure', id: String(theirs), name: 'For everybody', description: 'Gives money back' },
    ...{ endpoint: `/fin/procedures/${theirs}/run`, method: 'POST' },
  })
  expect(ids).not.toContain(String(others))
  expect(body.capabilities.slice(-2)).toMatchObject([{ type: 'reply' }, { type: 'ask' }])
})

test('people answer procedures only where that is switched on', async () => {
  const conversationId = await untilAsked('run-off')
  const set = (on: boolean) =>
    database.transaction(tx => changeFinSettings(tx, system(), { peopleAnswerProcedures: on }))
  await set(false)
  const { status, body } = await answer(conversationId)
  await set(true)
  expect([status, body.errors[0].message]).toEqual([403, 'Procedures HITL API is not enabled for your app.'])
  const other = await createWorkspace()
  expect(
    (
      await other.api.post(`/procedures/${conversationId}/collect_agent_input`, {
        step_id: 'approval',
        attribute_values: [],
      })
    ).status,
  ).toBe(404)
})

// Last, for it moves the clock far on.
test('a question nobody answers in time goes to people', async () => {
  const conversationId = await untilAsked('run-late')
  clock.advance(2 * 86_400)
  const { status, body } = await answer(conversationId)
  expect([status, body.errors[0].message]).toEqual([404, 'This HITL request has expired'])
  await run()
  const { body: conversation } = await api.get(`/conversations/${conversationId}`)
  expect(conversation).toMatchObject({ state: 'open', ai_agent: { resolution_state: 'procedure_handoff' } })
})
