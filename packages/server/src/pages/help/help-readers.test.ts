import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { letterTo } from '../../../test/support/letters.ts'
import { signedInAs } from '../../../test/support/members.ts'
import { makeDatabase } from '../../../test/support/own-database.ts'
import { sendRaw } from '../../../test/support/raw.ts'

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { api, origin, id: workspaceId, ownerId, clock, createWorkspace } = guichet
const owner = await signedInAs(guichet, 'owner')
const home = `/help/${workspaceId}/en`
const [helpCenter] = (await api.get('/help_center/help_centers')).body.data
const site = `/app/api/help_centers/${helpCenter.id}/site`

interface Sent {
  cookie?: string
  headers?: Record<string, string>
  multipart?: boolean
}

async function send(
  path: string,
  fields: Record<string, string | Blob>,
  { cookie, headers = {}, multipart }: Sent = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const plain = new URLSearchParams(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
  )
  const response = await fetch(origin + path, {
    ...{ method: 'POST', redirect: 'manual' as const, body: multipart ? form : plain },
    headers: { origin, ...(cookie && { cookie }), ...headers },
  })
  return answerOf(response)
}

const get = async (path: string, cookie?: string) =>
  answerOf(await fetch(origin + path, { redirect: 'manual', headers: cookie ? { cookie } : {} }))

async function answerOf(response: Response) {
  const { status, headers } = response
  const cookie = /guichet_help=[\w-]*/.exec(headers.get('set-cookie') ?? '')?.[0]
  return { status, headers, cookie, location: headers.get('location'), text: await response.text() }
}

/** What a browser keeps once its owner has followed the link in their mail. */
async function signIn(email: string): Promise<string> {
  await send(`${home}/requests/link`, { email })
  const letter = await letterTo(guichet, guichet, email)
  const { cookie } = await send(`${home}/requests/enter`, { token: letter?.token ?? '' })
  return cookie ?? ''
}

const leads = async (email: string) =>
  (await api.post('/contacts/search', { query: { field: 'email', operator: '=', value: email } })).body.data

const startedBy = async (id: string) =>
  (await api.post('/conversations/search', { query: { field: 'contact_ids', operator: '=', value: id } }))
    .body.conversations

test('a reader writes to the team by a form, and is a lead with their address', async () => {
  clock.advance(4000)
  const { text } = await get(`${home}/contact`)
  expect(text).toContain('Write to us')
  const file = new Blob(['spade'], { type: 'text/plain' })
  const sent = await send(
    `${home}/contact`,
    {
      email: 'Nora@Example.com',
      name: 'Nora',
      subject: 'Spade',
      body: 'It <b>broke</b>',
      attachment: file,
      website: '',
    },
    { multipart: true },
  )
  expect([sent.status, sent.location]).toEqual([303, `${home}/contact?sent`])
  const [lead] = await leads('nora@example.com')
  expect(lead).toMatchObject({ role: 'lead', name: 'Nora' })
  const [{ source }] = await startedBy(lead.id)
  expect(source).toMatchObject({ subject: 'Spade', author: { type: 'lead', email: 'nora@example.com' } })
  expect(source.body).toContain('It &lt;b&gt;broke&lt;/b&gt;')
  expect(source.attachments).toHaveLength(1)
  await send(`${home}/contact`, { email: 'nora@example.com', body: 'Once more' })
  expect(await leads('nora@example.com')).toHaveLength(1)
})

test('an address alone writes nothing as the user who has it', async () => {
  clock.advance(4000)
  const { body: user } = await api.post('/contacts', { role: 'user', email: 'vera@example.com' })
  await send(`${home}/contact`, { email: 'vera@example.com', body: 'I am Vera' })
  expect(await startedBy(user.id)).toEqual([])
  expect((await leads('vera@example.com')).map(({ role }: { role: string }) => role).toSorted()).toEqual([
    ...['lead', 'user'],
  ])
})

test('what is not filled in as it should be stays as it was written, with what is wrong beside it', async () => {
  clock.advance(4000)
  const tries = (fields: Record<string, string>) =>
    send(`${home}/contact`, { email: 'q@example.com', ...fields })
  const missing = await tries({ body: ' ' })
  expect(missing.status).toBe(400)
  expect(missing.text).toMatch(/id="body-fault">This field is required/)
  expect(missing.text).toContain('value="q@example.com"')
  expect((await tries({ email: 'none', body: '<script>x' })).text).toMatch(
    /email-fault[\s\S]*&#60;script&#62;x/,
  )
  expect((await tries({ body: 'x'.repeat(20_001) })).status).toBe(400)
  expect((await tries({ body: 'Buy', website: 'https://spam.example' })).status).toBe(400)
  expect(await leads('q@example.com')).toEqual([])
})

test('who writes too often waits', async () => {
  clock.advance(4000)
  const statuses: number[] = []
  for (let at = 0; at < 8; at += 1)
    statuses.push((await send(`${home}/contact`, { email: 'often@example.com', body: `${at}` })).status)
  expect(statuses.slice(0, 5)).toEqual([303, 303, 303, 303, 303])
  expect(statuses.at(-1)).toBe(429)
})

test('what another page sends with a reader’s browser is not taken', async () => {
  clock.advance(4000)
  const fields = { email: 'forged@example.com', body: 'Forged' }
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin, 'sec-fetch-site': 'same-site' },
  ])
    expect((await send(`${home}/contact`, fields, { headers })).status).toBe(403)
  const bare = await sendRaw(origin, {
    ...{ method: 'POST', path: `${home}/contact`, body: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(bare.status).toBe(403)
  expect(await leads('forged@example.com')).toEqual([])
})

test('a mailed link shows what is one’s own, once, for an hour, and who asks is told nothing', async () => {
  clock.advance(4000)
  await send(`${home}/contact`, { email: 'ola@example.com', body: 'Where is it?' })
  const known = await send(`${home}/requests/link`, { email: 'ola@example.com' })
  const unknown = await send(`${home}/requests/link`, { email: 'nobody@example.com' })
  expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
  expect(await letterTo(guichet, guichet, 'nobody@example.com')).toBeUndefined()
  const { token = '', text = '' } = (await letterTo(guichet, guichet, 'ola@example.com')) ?? {}
  expect(text).toContain(`${origin}${home}/requests/enter?token=${token}`)
  // A program that looks at mail opens the link: it is not used up by that.
  const page = await get(`${home}/requests/enter?token=${token}`)
  expect([page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
    ...['private, no-store', 'same-origin'],
  ])
  const entered = await send(`${home}/requests/enter`, { token })
  expect([entered.status, entered.location]).toEqual([303, `${home}/requests`])
  expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  expect((await send(`${home}/requests/enter`, { token })).status).toBe(404)
  expect((await get(`${home}/requests`, entered.cookie)).text).toContain('Where is it?')
  const rows = await guichet.database.unguarded.read
    .selectFrom('one_time_tokens')
    .select(['hash', 'data'])
    .execute()
  expect(JSON.stringify(rows.map(({ hash, data }) => [hash.toString('utf8'), data]))).not.toContain(token)
  await send(`${home}/requests/link`, { email: 'ola@example.com' })
  const late = (await letterTo(guichet, guichet, 'ola@example.com'))?.token ?? ''
  clock.advance(3601)
  expect((await send(`${home}/requests/enter`, { token: late })).status).toBe(404)
})

test('a link of one workspace opens nothing in another, and is not used up there', async () => {
  clock.advance(4000)
  await send(`${home}/contact`, { email: 'pia@example.com', body: 'Hello' })
  await send(`${home}/requests/link`, { email: 'pia@example.com' })
  const token = (await letterTo(guichet, guichet, 'pia@example.com'))?.token ?? ''
  const other = await createWorkspace()
  expect((await send(`/help/${other.id}/en/requests/enter`, { token })).status).toBe(404)
  const { cookie = '' } = await send(`${home}/requests/enter`, { token })
  expect(cookie).not.toBe('')
  expect((await get(`/help/${other.id}/en/requests`, cookie)).text).toContain('Send the link')
})

test('a reader answers, sees what the team wrote and nothing else, and signs out', async () => {
  clock.advance(4000)
  await send(`${home}/contact`, { email: 'rui@example.com', body: 'Is it open?' })
  const [lead] = await leads('rui@example.com')
  const [{ id }] = await startedBy(lead.id)
  const say = (message_type: string, body: string) =>
    api.post(`/conversations/${id}/reply`, { type: 'admin', admin_id: ownerId, message_type, body })
  await say('note', 'He is grumpy')
  await say('comment', '<p>From <b>nine</b><script>x</script></p>')
  const cookie = await signIn('rui@example.com')
  const { text } = await get(`${home}/requests/${id}`, cookie)
  expect(text).toContain('<b>nine</b>')
  expect(text).not.toMatch(/grumpy|<script>x/)
  const path = `${home}/requests/${id}/replies`
  const answered = await send(path, { body: 'Thanks <i>' }, { cookie, multipart: true })
  expect([answered.status, answered.location]).toEqual([303, `${home}/requests/${id}`])
  const parts = (await api.get(`/conversations/${id}`)).body.conversation_parts.conversation_parts
  expect(parts.at(-1).body).toContain('Thanks &lt;i&gt;')
  expect((await send(path, { body: '' }, { cookie })).status).toBe(400)
  expect(
    (await send(path, { body: 'x' }, { cookie, headers: { origin: 'https://evil.example' } })).status,
  ).toBe(403)
  expect((await send(path, { body: 'x' })).location).toBe(`${home}/requests`)
  await api.post('/contacts', { role: 'user', email: 'stray@example.com' })
  const stranger = await signIn('stray@example.com')
  expect((await get(`${home}/requests/${id}`, stranger)).status).toBe(404)
  expect((await send(path, { body: 'Not mine' }, { cookie: stranger })).status).toBe(404)
  await send(`${home}/requests/end`, {}, { cookie })
  expect((await get(`${home}/requests`, cookie)).text).toContain('Send the link')
  expect((await get(`${home}/requests/x`, stranger)).status).toBe(404)
})

test('what a user wrote as a stranger is theirs once their address is proven', async () => {
  clock.advance(4000)
  const { body: user } = await api.post('/contacts', { role: 'user', email: 'sam@example.com' })
  await send(`${home}/contact`, { email: 'sam@example.com', body: 'Before I signed in' })
  expect(await startedBy(user.id)).toEqual([])
  const cookie = await signIn('sam@example.com')
  expect((await get(`${home}/requests`, cookie)).text).toContain('Before I signed in')
  expect(await startedBy(user.id)).toHaveLength(1)
  expect((await get(`${home}/contact`, cookie)).text).not.toContain('name="email"')
  const written = await send(`${home}/contact`, { body: 'Signed in' }, { cookie })
  expect(written.location).toMatch(/\/requests\/\d+$/)
})

test('a form can ask for a ticket, with what its type asks customers', async () => {
  clock.advance(4000)
  const { body: type } = await api.post('/ticket_types', { name: 'Return', category: 'Customer' })
  const attribute = (fields: object) =>
    api.post(`/ticket_types/${type.id}/attributes`, { description: '', ...fields })
  const { body: order } = await attribute({
    ...{ name: 'Order', data_type: 'integer', required_to_create_for_contacts: true },
  })
  const { body: photo } = await attribute({ name: 'Photo', data_type: 'files' })
  expect((await owner.patch(site, { contact: 'ticket' })).status).toBe(400)
  expect((await owner.patch(site, { contact: 'ticket', contact_ticket_type_id: 'x' })).status).toBe(400)
  await owner.patch(site, { contact: 'ticket', contact_ticket_type_id: type.id })
  const [title] = type.ticket_type_attributes.data
  const fields = {
    email: 'tea@example.com',
    [`attribute-${title.id}`]: 'Snapped',
    [`attribute-${order.id}`]: 'many',
  }
  const wrong = await send(`${home}/contact`, fields, { multipart: true })
  expect([wrong.status, wrong.text.includes(`attribute-${order.id}-fault`)]).toEqual([400, true])
  const right = { ...fields, [`attribute-${order.id}`]: '7', [`attribute-${photo.id}`]: new Blob(['x']) }
  expect((await send(`${home}/contact`, right, { multipart: true })).status).toBe(303)
  const query = { field: 'title', operator: '=', value: 'Snapped' }
  const [ticket] = (await api.post('/tickets/search', { query })).body.tickets
  expect(ticket.ticket_attributes).toMatchObject({ Order: 7, Photo: [{ name: 'blob' }] })
  const { text } = await get(`${home}/requests/${ticket.id}`, await signIn('tea@example.com'))
  expect(text).toMatch(/Snapped[\s\S]*Submitted[\s\S]*<dt>Order<\/dt><dd>7<\/dd>/)
  await owner.patch(site, { contact: 'off' })
  expect((await get(`${home}/contact`)).status).toBe(404)
  expect((await send(`${home}/contact`, right)).status).toBe(404)
  await owner.patch(site, { contact: 'conversation' })
})

test('a help center looks as its workspace wants, and shows news where it is to', async () => {
  const [feed] = (await api.get('/news/newsfeeds')).body.data
  const { body: item } = await api.post('/news/news_items', {
    ...{ title: 'Seeds', body: '<p>New <b>now</b></p>', sender_id: ownerId, state: 'live' },
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
  })
  expect((await get(`${home}/news`)).status).toBe(404)
  const change = {
    ...{ accent_color: '#123456', logo_url: 'https://example.com/logo.png', shows_news: true },
    ...{ headline: { en: 'Ask us' }, links: [{ label: 'Shop', url: 'https://example.com/shop' }] },
  }
  expect((await owner.patch(site, change)).body).toMatchObject(change)
  const { text } = await get(home)
  for (const words of [
    '#123456',
    'src="https://example.com/logo.png"',
    'Ask us',
    'href="https://example.com/shop"',
  ])
    expect(text).toContain(words)
  expect((await get(`${home}/news`)).text).toContain('Seeds')
  expect((await get(`${home}/news/${item.id}`)).text).toContain('<b>now</b>')
  expect((await get(`${home}/news/999`)).status).toBe(404)
  for (const bad of [
    ...[{ accent_color: 'red' }, { logo_url: 'http://x.example/a.png' }, { custom_domain: 'no domain' }],
    ...[{ custom_domain: '127.0.0.1' }, { links: [{ label: 'x', url: 'javascript:alert(1)' }] }],
    ...[
      { display_name: '' },
      { headline: { 'not a language': 'x' } },
      { links: [{ label: '', url: 'https://x.example' }] },
    ],
  ])
    expect((await owner.patch(site, bad)).status, JSON.stringify(bad)).toBe(400)
  const agent = await signedInAs(guichet, 'agent')
  expect((await agent.patch(site, {})).status).toBe(403)
  const other = await createWorkspace()
  expect((await (await signedInAs(guichet, 'owner', other)).get(site)).status).toBe(404)
})

test('a domain of its own leads to a help center, and its pages say that they are there', async () => {
  const other = await createWorkspace()
  const stranger = await signedInAs(guichet, 'owner', other)
  const [theirs] = (await other.api.get('/help_center/help_centers')).body.data
  await owner.patch(site, { custom_domain: 'Help.Example.com' })
  const taken = await stranger.patch(`/app/api/help_centers/${theirs.id}/site`, {
    custom_domain: 'help.example.com',
  })
  expect(taken.status).toBe(400)
  const there = (path: string, more: object = {}) =>
    sendRaw(origin, { method: 'GET', path, headers: { host: 'help.example.com' }, ...more })
  expect((await there('/')).headers.location).toBe('/en')
  const page = await there('/en')
  expect(page.status).toBe(200)
  expect(page.body).toContain('<link rel="canonical" href="https://help.example.com/en">')
  expect(page.body).toContain('action="/en/search"')
  expect((await get(home)).text).toContain('<link rel="canonical" href="https://help.example.com/en">')
  expect((await there('/sitemap.xml')).body).toContain('<loc>https://help.example.com/en</loc>')
  const script = /src="(\/help-assets\/[^"]+)"/.exec(page.body)?.[1] ?? ''
  expect((await there(script)).status).toBe(200)
  // Nothing else of the server is there.
  expect((await there('/contacts')).status).toBe(404)
  expect((await there('/app')).body).not.toContain('<div id="root"')
  clock.advance(4000)
  const sent = await there('/en/contact', {
    method: 'POST',
    body: 'email=dom@example.com&body=Hello',
    headers: {
      ...{ host: 'help.example.com', origin: 'https://help.example.com' },
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
  expect([sent.status, sent.headers.location]).toEqual([303, '/en/contact?sent'])
  await owner.patch(site, { custom_domain: null })
  await expect.poll(async () => (await there('/en')).status).toBe(404)
})
