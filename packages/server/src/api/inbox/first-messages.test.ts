import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { happened } from '../../../test/support/happened.ts'
import { signedInAs } from '../../../test/support/members.ts'
import {
  type Branch,
  conversationOf,
  headerOf,
  letter,
  openPostOffice,
  proveAddress,
} from '../../../test/support/post-office.ts'

/** With a mail server in its settings; what is due is sent by hand. */
const office = await openPostOffice(env =>
  startGuichet({ ...env, SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'guichet@host.example' }),
)
const { server, clock, mailOut, openBranch, guichet } = office
let people = 0

const make = async ({ api }: Pick<Branch, 'api'>, more: object = {}) => {
  people += 1
  const contact = { role: 'user', email: `reader${people}@example.com`, name: `Reader ${people}`, ...more }
  return (await api.post('/contacts', contact)).body
}

const begin = (agent: Api, contact: { id: string }, more: object = {}) =>
  agent.post('/app/api/conversations', {
    ...{ contact_id: contact.id, channel: 'inapp', body: '<p>Is it there?</p>', ...more },
  })

const mailsTo = (address: string) => server.taken.filter(({ to }) => to.includes(address))
const codesOf = ({ status, body }: { status: number; body: { errors?: { code: string }[] } }) => [
  status,
  body.errors?.[0]?.code,
]

/** Somebody with the messenger open. */
async function customer({ id: app_id }: Branch, email: string): Promise<Api> {
  const { body } = await Api.ofNobody(guichet.origin).post('/messenger/api/sessions', {
    ...{ app_id, user_data: { email } },
  })
  return new Api(guichet.origin, body.session)
}

test('a teammate begins a conversation, has it, and says in it what they wrote', async () => {
  const branch = await openBranch()
  const agent = await signedInAs(guichet, 'agent', branch)
  const me = (await agent.get('/app/api/me')).body.admin
  const user = await make(branch)
  const { status, body } = await begin(agent, user, {
    body: '<p>Is it <b>there</b>?<script>x</script></p>',
    attachment_files: [{ name: 'plan.txt', content_type: 'text/plain', data: 'aGk=' }],
  })
  expect(status).toBe(201)
  expect(body).toMatchObject({
    ...{ state: 'open', read: true, admin_assignee_id: Number(me.id), waiting_since: null },
    source: {
      ...{ type: 'conversation', delivered_as: 'admin_initiated', author: { type: 'admin', id: me.id } },
      ...{ body: '<p>Is it <b>there</b>?</p>', attachments: [{ name: 'plan.txt' }] },
    },
  })
  expect(body.contacts.contacts.map(({ id }: { id: string }) => id)).toEqual([user.id])
  expect(body.teammates.admins.map(({ id }: { id: string }) => id)).toEqual([me.id])
  const events = await happened(
    { ...office, id: branch.id },
    { objectType: 'conversation', objectId: body.id },
  )
  expect(events.map(({ topic }) => topic)).toEqual([
    'conversation.admin.single.created',
    'conversation.admin.assigned',
  ])
  expect((await branch.api.get(`/contacts/${user.id}`)).body.last_contacted_at).toBe(clock.now())
  const { body: counts } = await agent.get('/app/api/inbox/counts')
  expect(counts).toMatchObject({ mine: 1, unassigned: 0 })
})

test('the customer has it as unread until they look, and their answer comes to whoever wrote', async () => {
  const branch = await openBranch()
  const agent = await signedInAs(guichet, 'agent', branch)
  const email = 'looking@example.com'
  const messenger = await customer(branch, email)
  const { body: found } = await branch.api.post('/contacts/search', {
    query: { field: 'email', operator: '=', value: email },
  })
  const { body: begun } = await begin(agent, found.data[0])
  const list = async () => (await messenger.get('/messenger/api/conversations')).body
  expect(await list()).toMatchObject({
    unread_count: 1,
    data: [{ id: begun.id, unread: true, last_part: { id: '0', author: { kind: 'teammate' } } }],
  })
  await messenger.post(`/messenger/api/conversations/${begun.id}/read`)
  expect(await list()).toMatchObject({ unread_count: 0, data: [{ unread: false }] })
  await messenger.post(`/messenger/api/conversations/${begun.id}/replies`, { body: 'Yes, it is' })
  expect(await conversationOf(branch, begun.id)).toMatchObject({
    ...{ read: false, waiting_since: clock.now(), admin_assignee_id: begun.admin_assignee_id },
  })
})

test('an e-mail leaves at once with its files, and the answer to it lands in the same conversation', async () => {
  const branch = await openBranch({ plus_addressing: true, signature: '<p>The shop</p>' })
  await proveAddress({ ...branch, server, mailOut })
  const agent = await signedInAs(guichet, 'agent', branch)
  const user = await make(branch)
  const file = { name: 'offer.pdf', content_type: 'application/pdf', data: 'JVBERi0=' }
  const { body: begun } = await begin(agent, user, {
    ...{ channel: 'email', subject: ' Your offer ', attachment_files: [file] },
  })
  expect(begun.source).toMatchObject({ type: 'email', subject: 'Your offer' })
  await mailOut()
  const [mail, ...others] = mailsTo(user.email)
  expect(others).toEqual([])
  const read = await simpleParser(mail?.raw ?? '')
  expect([read.subject, read.attachments.map(({ filename }) => filename)]).toEqual([
    ...['Your offer', ['offer.pdf']],
  ])
  expect(read.html).toContain('Is it there?')
  expect(read.html).toContain('The shop')
  const replyTo = read.replyTo?.value[0]?.address ?? ''
  expect(replyTo).toMatch(/^support\+r/)
  const { body: mails } = await agent.get(`/app/api/conversations/${begun.id}/mails`)
  expect(mails.data).toMatchObject([
    { part_ids: ['0'], deliveries: [{ address: user.email, status: 'sent' }] },
  ])
  const answer = await branch.receive(
    letter({ from: user.email, to: replyTo, subject: 'Re: Your offer', text: 'Gladly' }),
  )
  expect(answer.conversation_id).toBe(begun.id)
  await branch.api.post(`/conversations/${begun.id}/reply`, {
    ...{ message_type: 'comment', type: 'admin', admin_id: branch.ownerId, body: 'Done' },
  })
  await mailOut()
  const last = mailsTo(user.email).at(-1)?.raw ?? ''
  expect(headerOf(last, 'Subject')).toBe('Re: Your offer')
  expect(headerOf(last, 'References')).toContain(headerOf(mail?.raw ?? '', 'Message-ID'))
})

test('what stays unseen in the messenger is mailed, and what was seen is not', async () => {
  const branch = await openBranch()
  const agent = await signedInAs(guichet, 'agent', branch)
  const [absent, present] = [await make(branch), 'present@example.com']
  const messenger = await customer(branch, present)
  const { body: found } = await branch.api.post('/contacts/search', {
    query: { field: 'email', operator: '=', value: present },
  })
  const { body: begun } = await begin(agent, absent)
  const { body: seen } = await begin(agent, found.data[0])
  await messenger.post(`/messenger/api/conversations/${seen.id}/read`)
  await mailOut()
  expect(mailsTo(absent.email)).toEqual([])
  clock.advance(301)
  await mailOut()
  const [mail, ...others] = mailsTo(absent.email)
  expect([others, mailsTo(present)]).toEqual([[], []])
  expect(headerOf(mail?.raw ?? '', 'Subject')).toBe('Your conversation with Test')
  const { body: mails } = await agent.get(`/app/api/conversations/${begun.id}/mails`)
  expect(mails.data).toMatchObject([{ part_ids: ['0'] }])
})

test('who cannot be reached is told of, and nothing begins', async () => {
  const branch = await openBranch()
  const agent = await signedInAs(guichet, 'agent', branch)
  const by = { channel: 'email', subject: 'News' }
  const reachOf = async ({ id }: { id: string }) => (await agent.get(`/app/api/contacts/${id}/reach`)).body
  const user = await make(branch)
  expect(await reachOf(user)).toEqual({ type: 'contact_reach', inapp: null, email: null })
  const nameless = await make(branch, { email: undefined, external_id: 'no-address' })
  expect(await reachOf(nameless)).toMatchObject({ inapp: null, email: 'contact_without_email' })
  const gone = await make(branch, { unsubscribed_from_emails: true })
  expect(await reachOf(gone)).toMatchObject({ inapp: null, email: 'contact_unsubscribed' })
  const [archived, blocked] = [await make(branch), await make(branch)]
  await branch.api.post(`/contacts/${archived.id}/archive`)
  await branch.api.post(`/contacts/${blocked.id}/block`)
  expect(await reachOf(archived)).toMatchObject({ inapp: 'contact_archived', email: 'contact_archived' })
  const refused = [
    await begin(agent, nameless, by),
    await begin(agent, gone, by),
    await begin(agent, archived),
    await begin(agent, blocked),
    await begin(agent, { id: 'nobody' }),
    await begin(agent, user, { ...by, subject: ' ' }),
    await begin(agent, user, { body: '<p> </p>' }),
    await begin(agent, user, { body: null }),
  ]
  expect(refused.map(codesOf)).toEqual([
    [409, 'contact_without_email'],
    [409, 'contact_unsubscribed'],
    [409, 'contact_archived'],
    [409, 'contact_blocked'],
    [404, 'not_found'],
    [422, 'parameter_not_found'],
    [400, 'parameter_invalid'],
    [400, 'parameter_invalid'],
  ])
  await branch.owner.delete(`/app/api/mailboxes/${branch.mailbox.id}`)
  expect(await reachOf(user)).toMatchObject({ inapp: null, email: 'mailbox_missing' })
  expect(codesOf(await begin(agent, user, by))).toEqual([409, 'mailbox_missing'])
  expect((await branch.api.get('/conversations')).body.total_count).toBe(0)
  const elsewhere = await signedInAs(guichet, 'agent', await openBranch())
  expect([(await begin(elsewhere, user)).status, (await begin(elsewhere, user, by)).status]).toEqual([
    404, 404,
  ])
})

test('where no mail server is set up, nobody is written to by e-mail', async () => {
  const without = await startGuichet()
  const agent = await signedInAs(without, 'agent')
  const user = await make(without)
  const { body } = await agent.get(`/app/api/contacts/${user.id}/reach`)
  expect(body).toEqual({ type: 'contact_reach', inapp: null, email: 'mail_server_missing' })
  expect(codesOf(await begin(agent, user, { channel: 'email', subject: 'News' }))).toEqual([
    ...[409, 'mail_server_missing'],
  ])
})

test('a light agent writes to nobody first, and nobody in the name of another', async () => {
  const branch = await openBranch()
  const user = await make(branch)
  const [light, agent] = [
    await signedInAs(guichet, 'light', branch),
    await signedInAs(guichet, 'agent', branch),
  ]
  expect(codesOf(await begin(light, user))).toEqual([403, 'forbidden'])
  const message = { message_type: 'inapp', body: 'Not my words', to: { type: 'user', id: user.id } }
  const as = async (from: object) => (await agent.post('/messages', { ...message, from })).status
  expect(await as({ type: 'admin', id: branch.ownerId })).toBe(403)
  expect(await as({ type: 'user', id: user.id })).toBe(403)
  const spoken = { from: { type: 'user', id: user.id }, body: 'Not my words' }
  expect((await agent.post('/conversations', spoken)).status).toBe(403)
})
