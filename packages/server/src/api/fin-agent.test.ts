import { beforeAll, expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainJobs } from '../../test/support/jobs.ts'
import { changeFinSettings } from '../domain/fin/index.ts'
import { systemActor } from '../domain/system-actor.ts'

const {
  api,
  id: workspaceId,
  ownerId,
  token,
  database,
  clock,
  origin,
  createWorkspace,
} = await startGuichet()

const run = () => drainJobs({ database, clock, id: workspaceId })

beforeAll(async () => {
  await api.post('/articles', {
    ...{ title: 'Reset your password', author_id: ownerId, state: 'published' },
    body: '<h2>From the app</h2><p>Open the menu and choose Account. Then choose Reset password.</p><h2>Billing</h2><p>Invoices are sent monthly.</p>',
  })
  await api.post('/articles', {
    title: 'Secret teleport',
    body: '<p>Teleport</p>',
    author_id: ownerId,
    state: 'draft',
  })
  await api.post('/data_attributes', { name: 'plan_type', model: 'contact', data_type: 'string' })
  await api.post('/conversations/attributes', { name: 'Order', data_type: 'string' })
})

const question = 'How do I reset my password?'
const user = { id: 'fin-user', name: 'John Doe', email: 'john.fin@example.com' }
const says = (body: string, more: object = {}) => ({ author: 'user', body, ...more })
const start = (conversation_id: string, body = question, more: object = {}) =>
  api.post('/fin/start', { conversation_id, message: says(body), user, ...more })

/** What the stream of an answer has to say, from as far back as it goes, until it ends. */
async function heard(url: string): Promise<{ event_name: string; [key: string]: unknown }[]> {
  const text = await (await fetch(url)).text()
  return text.split('\n').flatMap(line => (line.startsWith('data: ') ? [JSON.parse(line.slice(6))] : []))
}

const story = (events: { event_name: string; [key: string]: unknown }[]) =>
  events.filter(each => each.event_name !== 'fin_reply_chunk').map(each => [each.event_name, each['status']])

async function conversationOf(title: string) {
  const query = { field: 'source.body', operator: '~', value: title }
  const { body } = await api.post('/conversations/search', { query })
  return (await api.get(`/conversations/${body.conversations[0].id}`)).body
}

test('Fin thinks, answers with the passage of the article that fits, and waits for the user', async () => {
  const { body } = await start('ext-answer')
  expect(body).toMatchObject({ conversation_id: 'ext-answer', user_id: 'fin-user', status: 'thinking' })
  expect(body.created_at_ms).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(body.sse_subscription_url).toContain(
    `/event-stream?channels=fin_agent_api:${workspaceId}:ext-answer&accessToken=`,
  )
  await run()
  const events = await heard(body.sse_subscription_url)
  expect(story(events)).toEqual([
    ['fin_replied', 'replying'],
    ['fin_status_updated', 'awaiting_user_reply'],
  ])
  const replied = events.find(each => each.event_name === 'fin_replied')
  const chunks = events.filter(each => each.event_name === 'fin_reply_chunk')
  expect(replied).toMatchObject({
    ...{ conversation_id: 'ext-answer', user_id: 'fin-user', stream_id: chunks[0]?.['stream_id'] },
    message: {
      author: 'fin',
      body: '<p class="no-margin">Open the menu and choose Account. Then choose Reset password.</p>',
    },
  })
  expect(chunks.map(each => each['chunk_text'])).toEqual([
    'Open the menu and choose Account.',
    'Open the menu and choose Account. Then choose Reset password.',
  ])
})

test('a conversation with Fin is a conversation like any other', async () => {
  await start('ext-real', `${question} zebra`, {
    conversation_metadata: { attributes: { Order: '98765' } },
  })
  await run()
  const conversation = await conversationOf('zebra')
  expect(conversation).toMatchObject({
    ...{ state: 'open', ai_agent_participated: true, custom_attributes: { Order: '98765' } },
    source: { author: { type: 'user', email: 'john.fin@example.com' } },
    ai_agent: {
      last_answer_type: 'ai_answer',
      content_sources: {
        total_count: 1,
        content_sources: [{ content_type: 'article', title: 'Reset your password' }],
      },
    },
  })
  expect(conversation.conversation_parts.conversation_parts[0]).toMatchObject({
    part_type: 'comment',
    author: { type: 'bot', from_ai_agent: true, is_ai_answer: true },
  })
  const { body: list } = await api.get('/conversations')
  expect(list.conversations.map((each: { id: string }) => each.id)).toContain(conversation.id)
})

test('what a user says next goes on, and a thank-you resolves it and asks for a rating', async () => {
  await start('ext-thanks')
  await run()
  const { body } = await api.post('/fin/reply', {
    ...{ conversation_id: 'ext-thanks', user, message: says('Thanks, that helped!') },
  })
  expect(body.status).toBe('thinking')
  expect(body.sse_subscription_url).not.toContain('rewind')
  await run()
  const events = await heard(body.sse_subscription_url)
  expect(story(events)).toEqual([
    ['fin_status_updated', 'resolved'],
    ['fin_status_updated', 'complete'],
    ['csat_requested', undefined],
  ])
  expect(events.at(-1)).toMatchObject({
    csat: { options: expect.arrayContaining([{ key: 'good', emoji: '😃', label: 'Great' }]) },
  })
})

test('without an answer, or on demand, Fin hands over to people', async () => {
  const { body: unknown } = await start('ext-unknown', 'Why does my dishwasher sing giraffe songs?')
  const { body: human } = await start('ext-human', 'I want to talk to a human please')
  const { body: draft } = await start('ext-draft', 'Teleport?')
  await run()
  const reasons = async (url: string) => (await heard(url)).map(each => [each['status'], each['reason']])
  const none = [
    ['escalated', 'Conversation finished without resolution'],
    ['complete', undefined],
  ]
  expect(await reasons(unknown.sse_subscription_url)).toEqual(none)
  expect(await reasons(draft.sse_subscription_url)).toEqual(none)
  expect(await reasons(human.sse_subscription_url)).toEqual([
    ['escalated', 'Escalation requested by user'],
    ['complete', undefined],
  ])
  expect(await conversationOf('giraffe')).toMatchObject({
    state: 'open',
    ai_agent: { resolution_state: 'escalated' },
  })
})

test('a session that is under way is not started again, one that is done is taken up again', async () => {
  await start('ext-twice', 'Why does my toaster hum?')
  const again = await start('ext-twice')
  expect([again.status, again.body.errors[0]]).toMatchObject([
    400,
    {
      code: 'parameter_invalid',
      message:
        'Fin session already exists for this conversation. Please use /reply to continue the conversation.',
    },
  ])
  await run()
  const { body } = await start('ext-twice')
  await run()
  expect(story(await heard(body.sse_subscription_url)).slice(-2)).toEqual([
    ['fin_replied', 'replying'],
    ['fin_status_updated', 'awaiting_user_reply'],
  ])
})

test('the same message within five minutes is dropped', async () => {
  const message = says(`${question} quagga`, { timestamp: '2026-01-24T10:01:20.000Z' })
  const send = (path: string, body: string) =>
    api.post(path, { conversation_id: 'ext-dup', user, message: { ...message, body } })
  await send('/fin/start', message.body)
  expect((await send('/fin/start', message.body)).status).toBe(200)
  await send('/fin/reply', 'And the colour?')
  await send('/fin/reply', 'And the colour?')
  await run()
  const words = (await conversationOf('quagga')).conversation_parts.conversation_parts
    .filter((part: { author: { type: string } }) => part.author.type === 'user')
    .map((part: { body: string }) => part.body)
  expect(words).toEqual(['<p class="no-margin">And the colour?</p>'])
})

test('attributes that cannot be kept are told of, and the rest is kept', async () => {
  const { body } = await start('ext-attributes', question, {
    user: { ...user, attributes: { plan_type: 'Pro', invalid_attr: 1 } },
    conversation_metadata: { attributes: { bad_attr: 1 } },
  })
  expect(body.errors).toEqual({
    user: { attributes: { invalid_attr: "User attribute 'invalid_attr' does not exist" } },
    conversation: { attributes: { bad_attr: "Conversation attribute 'bad_attr' does not exist" } },
  })
  const found = await api.get('/contacts/find_by_external_id/fin-user')
  expect(found.body).toMatchObject({
    role: 'user',
    name: 'John Doe',
    custom_attributes: { plan_type: 'Pro' },
  })
})

test('history comes before the message, each word by whoever said it', async () => {
  const history = [says('I need help with okapi'), { author: 'agent', body: 'With what?' }]
  await start('ext-history', question, { conversation_metadata: { history } })
  const conversation = await conversationOf('okapi')
  expect(conversation.conversation_parts.conversation_parts).toMatchObject([
    { author: { type: 'admin' }, body: '<p class="no-margin">With what?</p>' },
    { author: { type: 'user' }, body: `<p class="no-margin">${question}</p>` },
  ])
})

test('requests that say too little or too much are refused in the published words', async () => {
  const message = says(question)
  const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`a${at}`, at]))
  const refusals: [string, object, string][] = [
    ['/fin/start', { message, user }, 'conversation_id is required'],
    ['/fin/reply', { message, user }, 'conversation_id is required'],
    ['/fin/ask', { message, user }, 'External Conversation ID is required'],
    ['/fin/ask', { conversation_id: 'x', message, user: {} }, 'User ID is required'],
    ['/fin/ask', { conversation_id: 'x', message }, 'User ID is required'],
    ['/fin/reply', { conversation_id: 'nobody-knows', message, user }, 'Conversation not found'],
    ['/fin/escalate', {}, 'Either conversation_id or user must be provided'],
    ['/fin/escalate', { conversation_id: 'nobody-knows' }, 'Conversation not found'],
    [
      '/fin/capabilities',
      { user: { ...user, attributes: eleven } },
      'Cannot update more than 10 attributes at once.',
    ],
    [
      '/fin/ask',
      { conversation_id: 'x', message, user, conversation_metadata: { history: Array(11).fill(message) } },
      'Conversation history cannot contain more than 10 items',
    ],
  ]
  for (const [path, body, text] of refusals) {
    const answer = await api.post(path, body)
    expect([path, answer.status, answer.body.errors[0]]).toMatchObject([
      ...[path, 400],
      { code: 'parameter_invalid', message: text },
    ])
  }
})

test('a question of its own is answered once, closes, and never asks back', async () => {
  const ask = (conversation_id: string, body: string) =>
    api.post('/fin/ask', { conversation_id, message: says(body), user })
  const { body: known } = await ask('ask-known', `${question} lemur`)
  const { body: unknown } = await ask('ask-unknown', 'Why does my piano sneeze?')
  await run()
  expect(story(await heard(known.sse_subscription_url)).slice(0, 3)).toEqual([
    ['fin_replied', 'replying'],
    ['fin_status_updated', 'resolved'],
    ['fin_status_updated', 'complete'],
  ])
  expect(story(await heard(unknown.sse_subscription_url))).toEqual([
    ['fin_replied', 'replying'],
    ['fin_status_updated', 'complete'],
  ])
  expect(await conversationOf('lemur')).toMatchObject({
    state: 'closed',
    ai_agent: { resolution_state: 'assumed_resolution' },
  })
  expect((await ask('ask-known', 'Something else')).status).toBe(400)
})

test('answers in the style of mails are greeted and signed', async () => {
  const { body } = await start('ext-mail', question, {
    settings: { email: true, follow_up_questions: false },
  })
  await run()
  const replied = (await heard(body.sse_subscription_url)).find(each => each.event_name === 'fin_replied')
  expect(replied).toMatchObject({
    message: { body: expect.stringMatching(/^<p class="no-margin">Hi John,<\/p>[\s\S]*Best regards/) },
  })
})

const rate = async (body: object) => {
  const answer = await fetch(`${origin}/fin/csat`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'intercom-version': 'Preview',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  return [answer.status, await answer.json()]
}

test('a rating can change until a remark is made', async () => {
  await start('ext-rated', `${question} tapir`)
  await run()
  const rated = (rating: string) => [200, { conversation_id: 'ext-rated', rating, status: 'rated' }]
  expect(await rate({ conversation_id: 'ext-rated', rating: 'bad' })).toEqual(rated('bad'))
  expect(await rate({ conversation_id: 'ext-rated', rating: 'good', remark: 'Quick' })).toEqual(rated('good'))
  expect(await rate({ conversation_id: 'ext-rated', rating: 'good' })).toEqual(rated('good'))
  expect(await rate({ conversation_id: 'ext-rated', rating: 'ok' })).toEqual([
    422,
    { errors: { base: 'This rating can no longer be changed because a remark has already been submitted' } },
  ])
  expect((await conversationOf('tapir')).ai_agent).toMatchObject({ rating: 4, rating_remark: 'Quick' })
})

test('a rating that cannot be is refused in a shape of its own', async () => {
  const other = await createWorkspace()
  const actor = systemActor({
    workspace: { id: other.id, name: '', timezone: 'UTC' },
    operatorId: other.botId,
    now: clock.now(),
  })
  await database.transaction(tx => changeFinSettings(tx, actor, { asksForRating: false }))
  await other.api.post('/fin/start', { conversation_id: 'unrated', message: says(question), user })
  await start('ext-window', 'thanks')
  expect(await rate({ conversation_id: 'never', rating: 'good' })).toEqual([
    422,
    { errors: { external_conversation_id: 'Conversation not found for the given external_conversation_id' } },
  ])
  expect(await rate({ conversation_id: 'ext-window', rating: 'fine' })).toEqual([
    422,
    { errors: { rating: "Rating isn't an option" } },
  ])
  const none = await fetch(`${origin}/fin/csat`, {
    method: 'POST',
    headers: { authorization: `Bearer ${other.token}`, 'intercom-version': '2.14' },
    body: JSON.stringify({ conversation_id: 'unrated', rating: 'good' }),
  })
  expect(await none.json()).toEqual({ errors: { base: 'No rating survey found for this conversation' } })
})

test('an escalation opens a conversation for the team, with a summary and the context as notes', async () => {
  await start('ext-escalated', `${question} walrus`)
  await run()
  const { body } = await api.post('/fin/escalate', {
    conversation_id: 'ext-escalated',
    context: 'They are in a hurry',
  })
  expect(body).toMatchObject({ conversation_id: 'ext-escalated', status: 'escalated' })
  expect(story(await heard(body.sse_subscription_url)).slice(-2)).toEqual([
    ['fin_status_updated', 'escalated'],
    ['fin_status_updated', 'complete'],
  ])
  expect((await conversationOf('walrus')).ai_agent.resolution_state).toBe('escalated')
  const notes = (await conversationOf('Requesting human support')).conversation_parts.conversation_parts
  expect(notes).toMatchObject([
    { part_type: 'note', body: expect.stringContaining('walrus') },
    { part_type: 'note', body: '<p class="no-margin">They are in a hurry</p>' },
  ])
})

test('somebody without a conversation is brought to the team by one of their own', async () => {
  const { body } = await api.post('/fin/escalate', {
    user: { id: 'fresh-face', name: 'Jane' },
    message: 'My bill',
  })
  expect(body).toEqual({ intercom_conversation_id: expect.any(String), status: 'escalated' })
  const { body: conversation } = await api.get(`/conversations/${body.intercom_conversation_id}`)
  expect(conversation.source).toMatchObject({
    body: '<p class="no-margin">My bill</p>',
    author: { name: 'Jane' },
  })
})

test('the older versions have no status of replying, and neither questions nor escalations', async () => {
  const { body } = await api
    .at('2.14')
    .post('/fin/start', { conversation_id: 'ext-old', message: says(question), user })
  expect(body.status).toBe('thinking')
  const { status, body: refusal } = await api
    .at('2.16')
    .post('/fin/ask', { conversation_id: 'x', message: says('?'), user })
  expect([status, refusal.errors[0].code]).toEqual([400, 'intercom_version_invalid'])
})
