import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { signedInAs } from '../../test/support/members.ts'

const guichet = await startGuichet()
const { api, origin, id: app_id, ownerId } = guichet
const owner = await signedInAs(guichet, 'owner')
const nobody = Api.ofNobody(origin)
let people = 0

async function customer(user_data?: object) {
  people += 1
  const { body } = await nobody.post('/messenger/api/sessions', {
    app_id,
    user_data: user_data ?? { user_id: `form${people}` },
  })
  return { me: new Api(origin, body.session), contact: body.contact }
}

async function stranger() {
  const { body } = await nobody.post('/messenger/api/sessions', { app_id })
  return { me: new Api(origin, body.session), contact: body.contact }
}

const seats = { name: 'seats_wanted', model: 'contact', data_type: 'integer' }
await api.post('/data_attributes', seats)
await api.post('/data_attributes', {
  ...{ name: 'plan_wanted', model: 'contact', data_type: 'options' },
  options: [{ value: 'small' }, { value: 'large' }],
})

async function asked(attributes: string[], who = stranger()) {
  const { me, contact } = await who
  const { id } = (await me.post('/messenger/api/conversations', { body: 'Is it back?' })).body
  const sent = await owner.post(`/app/api/conversations/${id}/forms`, {
    body: 'We will tell you',
    attributes,
  })
  const path = `/messenger/api/conversations/${id}`
  return { me, contact, id, path, sent, form: `${path}/forms/${sent.body?.part_id}` }
}

test('a lead who fills in a form is known by it, and says so in the conversation', async () => {
  const { me, contact, id, path, form } = await asked(['email', 'seats_wanted', 'plan_wanted'])
  const shown = (await me.get(path)).body.parts.at(-1)
  expect(shown.form).toEqual({
    answered: false,
    fields: [
      { name: 'email', label: 'Email', kind: 'email', options: [] },
      { name: 'seats_wanted', label: 'seats_wanted', kind: 'number', options: [] },
      { name: 'plan_wanted', label: 'plan_wanted', kind: 'choice', options: ['small', 'large'] },
    ],
  })
  const values = { email: 'Lena@Example.com', seats_wanted: '12', plan_wanted: 'large' }
  const filled = await me.put(form, { values })
  expect(filled.status).toBe(200)
  expect(filled.body.parts.at(-2).form.answered).toBe(true)
  const known = (await api.get(`/contacts/${contact.id}`)).body
  expect(known).toMatchObject({ role: 'lead', email: 'lena@example.com' })
  expect(known.custom_attributes).toMatchObject({ seats_wanted: 12, plan_wanted: 'large' })
  const parts = (await api.get(`/conversations/${id}`)).body.conversation_parts.conversation_parts
  expect(parts.at(-1)).toMatchObject({ author: { type: 'lead' }, part_type: 'comment' })
  expect(parts.at(-1).body).toContain('seats_wanted: 12')
  expect((await me.put(form, { values })).status).toBe(404)
})

test('what an attribute cannot be is refused, and nothing of it is kept', async () => {
  const { me, contact, form, path } = await asked(['email', 'phone', 'seats_wanted', 'plan_wanted'])
  const good = { email: 'a@example.com', phone: '+33 6 12 34 56 78', seats_wanted: 1, plan_wanted: 'small' }
  for (const values of [
    ...[
      { ...good, email: 'none' },
      { ...good, phone: 'call me' },
      { ...good, seats_wanted: 'many' },
    ],
    ...[{ ...good, plan_wanted: 'huge' }, { ...good, role: 'user' }, { email: 'a@example.com' }, {}],
    ...[
      { ...good, email: { $ne: '' } },
      { ...good, email: 7 },
      JSON.parse('{"__proto__": {"email": "a@example.com"}}'),
    ],
  ])
    expect((await me.put(form, { values })).status, JSON.stringify(values)).toBe(400)
  const after = (await api.get(`/contacts/${contact.id}`)).body
  expect([after.email, after.phone, after.custom_attributes]).toEqual([null, null, {}])
  expect((await me.get(path)).body.parts.at(-1).form.answered).toBe(false)
  const other = await stranger()
  expect((await other.me.put(form, { values: good })).status).toBe(404)
  expect((await me.put(`${path}/forms/999999999`, { values: good })).status).toBe(404)
  expect((await me.put(`${path}/forms/x`, { values: good })).status).toBe(404)
})

test('who is known by an address is not asked for another', async () => {
  const user = customer({ user_id: 'known-by', email: 'known.by@example.com' })
  const { me, path, form } = await asked(['email', 'name'], user)
  expect((await me.get(path)).body.parts.at(-1).form.fields).toMatchObject([{ name: 'name' }])
  expect((await me.put(form, { values: { name: 'K', email: 'x@example.com' } })).status).toBe(400)
  expect((await me.put(form, { values: { name: 'Kay' } })).status).toBe(200)
})

test('a form asks for what contacts have, and for some of it only', async () => {
  const { sent } = await asked([])
  expect(sent.status).toBe(400)
  for (const attributes of [['constructor'], ['id'], Array.from({ length: 9 }, (_, at) => `a${at}`)])
    expect((await asked(attributes)).sent.status).toBe(400)
  const light = await signedInAs(guichet, 'light')
  const { id } = await asked(['email'])
  const refused = await light.post(`/app/api/conversations/${id}/forms`, { body: 'x', attributes: ['email'] })
  expect(refused.status).toBe(403)
})

const type = (await api.post('/ticket_types', { name: 'Return a parcel', category: 'Customer' })).body
const attribute = async (fields: object) =>
  (await api.post(`/ticket_types/${type.id}/attributes`, { description: '', ...fields })).body
await attribute({ name: 'Order', data_type: 'integer', required_to_create_for_contacts: true })
await attribute({ name: 'Reason', data_type: 'list', list_items: 'Broken,Late' })
await attribute({ name: 'Photo', data_type: 'files', allow_multiple_values: true })
await attribute({ name: 'Margin', data_type: 'decimal', visible_to_contacts: false })
const inner = (await api.post('/ticket_types', { name: 'Audit', category: 'Back-office' })).body

test('a customer sees which tickets they may ask for, and nothing of what is the team’s', async () => {
  const { me } = await stranger()
  const { data } = (await me.get('/messenger/api/ticket_types')).body
  expect(data.map(({ name }: { name: string }) => name)).toEqual(['Return a parcel'])
  expect(data[0].fields.map(({ name }: { name: string }) => name)).toEqual([
    ...['_default_title_', '_default_description_', 'Order', 'Reason', 'Photo'],
  ])
  expect(data[0].fields[3]).toMatchObject({
    data_type: 'list',
    options: [{ label: 'Broken' }, { label: 'Late' }],
  })
})

test('a customer asks for something by a form, and follows what becomes of it', async () => {
  const { me, contact } = await stranger()
  const [{ fields }] = (await me.get('/messenger/api/ticket_types')).body.data
  const attributes = {
    ...{ _default_title_: 'Snapped spade', _default_description_: 'In <b>two</b>', Order: 1042 },
    Reason: fields[3].options[0].id,
    Photo: [{ name: 'a.png', content_type: 'image/png', data: 'aGVsbG8=' }],
  }
  const { status, body } = await me.post('/messenger/api/tickets', { ticket_type_id: type.id, attributes })
  expect(status).toBe(201)
  expect(body).toMatchObject({
    open: true,
    ticket: { title: 'Snapped spade', kind: 'Return a parcel', state: 'Submitted', resolved: false },
    facts: [
      { label: 'Order', value: '1042' },
      { label: 'Reason', value: 'Broken' },
      { label: 'Photo', value: 'a.png' },
    ],
  })
  expect((await api.get(`/contacts/${contact.id}`)).body.role).toBe('lead')
  const ticket = (await api.get(`/tickets/${body.id}`)).body
  expect(ticket).toMatchObject({ is_shared: true, contacts: { contacts: [{ id: contact.id }] } })
  expect(ticket.ticket_attributes).toMatchObject({ Order: 1042, Reason: 'Broken', Margin: null })
  const state = ticket.ticket_type.id && (await api.get(`/ticket_types/${type.id}`)).body.ticket_states.data
  const moving = state.find(({ category }: { category: string }) => category === 'in_progress')
  await api.put(`/tickets/${body.id}`, { ticket_state_id: moving.id })
  const path = `/messenger/api/conversations/${body.id}`
  const moved = (await me.get(path)).body
  expect(moved.ticket.state).toBe('In progress')
  expect(moved.parts.map((part: { state: string }) => part.state)).toEqual(['In progress'])
  expect((await me.post(`${path}/replies`, { body: 'Thanks' })).status).toBe(201)
})

test('a ticket that a customer may not ask for, or lacks what it needs, is refused', async () => {
  const { me } = await customer()
  const tries = async (ticket_type_id: unknown, attributes: object) =>
    (await me.post('/messenger/api/tickets', { ticket_type_id, attributes })).status
  expect(await tries(inner.id, { _default_title_: 'Hi' })).toBe(404)
  expect(await tries('x', { _default_title_: 'Hi' })).toBe(404)
  expect(await tries(type.id, { _default_title_: 'No order' })).toBe(400)
  expect(await tries(type.id, { Order: 1, Margin: 3 })).toBe(400)
  expect(await tries(type.id, { Order: 'many' })).toBe(400)
  expect(await tries(type.id, { Order: 1, Reason: 'Because' })).toBe(400)
  expect(await tries(type.id, { Order: 1, Photo: 'file:///etc/passwd' })).toBe(400)
  expect((await me.get('/messenger/api/conversations?kind=ticket')).body.data).toEqual([])
})

test('a customer says how they like a piece of news, changes their mind, and the team sees how it reached', async () => {
  const [feed] = (await api.get('/news/newsfeeds')).body.data
  const { body: item } = await api.post('/news/news_items', {
    ...{
      title: 'Seeds',
      body: '<p>New</p>',
      sender_id: ownerId,
      state: 'live',
      reactions: ['🌱', null, '😐'],
    },
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
  })
  const [{ me }, { me: other }] = [await customer(), await stranger()]
  const path = `/messenger/api/news/${item.id}`
  expect((await me.get(path)).body).toMatchObject({
    reactions: ['🌱', '😐'],
    reaction: null,
    author: 'Ada Owner',
  })
  await me.post(`${path}/views`)
  expect((await me.put(`${path}/reaction`, { reaction: '😐' })).body.reaction).toBe('😐')
  await me.put(`${path}/reaction`, { reaction: '🌱' })
  await other.post(`${path}/views`)
  expect((await me.put(`${path}/reaction`, { reaction: '💣' })).status).toBe(400)
  const reach = async () => (await owner.get(`/app/api/news_deliveries?ids=${item.id},999`)).body.data
  expect(await reach()).toMatchObject([{ reach: { seen: 2, reactions: [{ reaction: '🌱', count: 1 }] } }])
  expect((await me.put(`${path}/reaction`, { reaction: null })).body.reaction).toBeNull()
  expect(await reach()).toMatchObject([{ reach: { seen: 2, reactions: [] } }])
})

test('news for an audience is there for those in it alone', async () => {
  const [feed] = (await api.get('/news/newsfeeds')).body.data
  const rules = {
    name: 'VIPs',
    predicates: [{ attribute: 'name', type: 'string', comparison: 'eq', value: 'Vip' }],
  }
  const { body: audience } = await api.post('/audiences', rules)
  const { body: item } = await api.post('/news/news_items', {
    ...{ title: 'For few', sender_id: ownerId, state: 'live' },
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
  })
  await owner.patch(`/app/api/news_items/${item.id}/delivery`, { audience_id: audience.id })
  const { me: few } = await customer({ user_id: 'vip', name: 'Vip' })
  const { me: many } = await customer()
  const titles = async (me: Api) =>
    (await me.get('/messenger/api/news')).body.data.map(({ title }: { title: string }) => title)
  expect(await titles(few)).toContain('For few')
  expect(await titles(many)).not.toContain('For few')
  expect((await many.get(`/messenger/api/news/${item.id}`)).status).toBe(404)
  expect((await many.put(`/messenger/api/news/${item.id}/reaction`, { reaction: null })).status).toBe(404)
})

test('a banner is shown, followed and put away, and each is counted once a person', async () => {
  const made = await owner.post('/app/api/banners', {
    ...{ title: 'Sale', body: '<b>Today</b> <script>x</script>', style: 'floating', position: 'bottom' },
    action: { type: 'link', label: 'See', target: 'https://example.com/sale' },
  })
  expect(made.status).toBe(201)
  const { me } = await customer()
  const shown = async (who: Api) => (await who.post('/messenger/api/banners')).body.data
  expect(await shown(me)).toEqual([])
  await owner.post(`/app/api/banners/${made.body.id}/start`)
  const [banner] = await shown(me)
  expect(banner).toMatchObject({
    ...{ title: 'Sale', style: 'floating', position: 'bottom', dismissible: true },
    action: { label: 'See', target: 'https://example.com/sale', reactions: [] },
  })
  expect(banner.body).not.toContain('script')
  await shown(me)
  const path = `/messenger/api/banners/${banner.view_id}`
  for (const _ of [1, 2]) expect((await me.post(`${path}/clicks`, {})).status).toBe(204)
  expect((await me.post(`${path}/clicks`, { reaction: '💣' })).status).toBe(400)
  const { me: other } = await customer()
  expect((await other.post(`${path}/dismissals`)).status).toBe(404)
  for (const _ of [1, 2]) expect((await me.post(`${path}/dismissals`)).status).toBe(204)
  expect(await shown(me)).toEqual([])
  const [day] = (await owner.get(`/app/api/banners/${made.body.id}`)).body.days
  expect(day).toMatchObject({ impressions: 2, clicks: 1, dismissals: 1 })
  await owner.post(`/app/api/banners/${made.body.id}/stop`)
  expect(await shown(other)).toEqual([])
})

test('a banner that takes reactions counts the last one of each', async () => {
  const { body } = await owner.post('/app/api/banners', {
    ...{ body: 'How was it?', action: { type: 'reaction', reactions: ['👍', '👎', '👍'] } },
  })
  await owner.post(`/app/api/banners/${body.id}/start`)
  const { me } = await customer()
  const [banner] = (await me.post('/messenger/api/banners')).body.data
  expect(banner.action.reactions).toEqual(['👍', '👎'])
  for (const reaction of ['👎', '👍'])
    await me.post(`/messenger/api/banners/${banner.view_id}/clicks`, { reaction })
  const found = (await owner.get(`/app/api/banners/${body.id}`)).body
  expect(found.reactions).toEqual([{ reaction: '👍', count: 1 }])
  await owner.delete(`/app/api/banners/${body.id}`)
  expect((await me.post('/messenger/api/banners')).body.data).toEqual([])
})
