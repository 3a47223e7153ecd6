import { expect, test } from 'vitest'
import { drainEvents } from '../packages/server/test/support/happened.ts'
import { isAccessible } from './support/accessibility.ts'
import { startApp } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, typeInto } from './support/keyboard.ts'
import { keepPicture, looks, nameOf } from './support/look.ts'
import {
  close as closeIn,
  eventually,
  openMessenger as open,
  panelOf,
  conversationSaying as sayingIn,
  settled,
  write,
} from './support/messenger.ts'

const guichet = await startApp()
const { api, origin, id: app, ownerId } = guichet
const visit = await startBrowser()
const demo = `${origin}/demo?app=${app}`
const conversationSaying = (words: string) => sayingIn(guichet, words)
const close = (id: string) => closeIn(guichet, id)

const collection = await api.post('/help_center/collections', {
  name: 'Parcels',
  description: 'On their way',
})
const article = await api.post('/articles', {
  ...{ title: 'When does my parcel arrive?', author_id: ownerId, state: 'published' },
  ...{ parent_ids: [Number(collection.body.id)], body: '<h2>In short</h2><p>In <b>two days</b>.</p>' },
})
const feeds = await api.get('/news/newsfeeds')
await api.post('/news/news_items', {
  ...{
    title: 'Seeds for autumn',
    body: '<p>Sow now.</p>',
    sender_id: ownerId,
    state: 'live',
    labels: ['New'],
  },
  newsfeed_assignments: [{ newsfeed_id: Number(feeds.body.data[0].id), published_at: guichet.clock.now() }],
})

test('a customer writes from a page, is answered, and sees it without asking', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await open(page)
  await activate(panel.getByRole('button', { name: /Send us a message/ }))
  await write(panel, 'Where is my parcel?')
  await panel.getByText('Where is my parcel?').waitFor()
  const id = await conversationSaying('Where is my parcel?')
  await answer(id, 'On its way to you')
  await panel.getByText('On its way to you').waitFor()
  await eventually(() => readBy(id)).toBe(true)
  await isAccessible(page)
  expect(complaints).toEqual([])
})

test('what is answered while the messenger is closed is counted on its launcher, and shown', async () => {
  const { page, complaints } = await visit(demo)
  await page.evaluate("Intercom('onUnreadCountChange', count => { document.title = 'unread ' + count })")
  const panel = await open(page)
  await page.evaluate("Intercom('startConversation', 'Is anybody there?')")
  await panel.getByText('Is anybody there?').waitFor()
  const id = await conversationSaying('Is anybody there?')
  await page.evaluate("Intercom('hide')")
  await answer(id, 'We are')
  await page.getByRole('button', { name: 'Open the messenger (1 unread)' }).waitFor()
  expect(await page.title()).toBe('unread 1')
  await activate(page.getByRole('button', { name: /We are/ }))
  await panel.getByRole('log').getByText('We are').waitFor()
  await eventually(() => page.title()).toBe('unread 0')
  expect(complaints).toEqual([])
})

test('a customer picks one of the answers offered, and says how it was', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await open(page)
  await page.evaluate("Intercom('startConversation', 'Can I send it back?')")
  await panel.getByText('Can I send it back?').waitFor()
  const id = await conversationSaying('Can I send it back?')
  await answer(id, 'Of course')
  await panel.getByText('Of course').waitFor()
  await api.post(`/conversations/${id}/reply`, {
    ...{ type: 'admin', admin_id: ownerId, message_type: 'quick_reply' },
    reply_options: [
      { text: 'Pick it up', uuid: '3b0e5e46-8f4c-4c5b-9f0b-7a0b8a4a1f01' },
      { text: 'I bring it', uuid: '3b0e5e46-8f4c-4c5b-9f0b-7a0b8a4a1f02' },
    ],
  })
  await drainEvents(guichet)
  await activate(panel.getByRole('button', { name: 'I bring it' }))
  await panel.getByRole('log').getByText('I bring it').waitFor()
  expect(await panel.getByRole('button', { name: 'Pick it up' }).count()).toBe(0)
  await eventually(() => bodiesOf(id)).toContain('I bring it')
  await close(id)
  await activate(panel.getByRole('button', { name: 'Amazing' }))
  await panel.getByRole('textbox', { name: /Tell us more/ }).fill('So quick')
  await activate(panel.getByRole('button', { name: 'Save' }).last())
  await panel.getByText('Thank you for telling us.').waitFor()
  const { body } = await api.get(`/conversations/${id}`)
  expect(body.conversation_rating).toMatchObject({ rating: 5, remark: 'So quick' })
  await isAccessible(page)
  expect(complaints).toEqual([])
})

test('a stranger who leaves an address is known by it, and the page hears of it', async () => {
  const { page, complaints } = await visit(demo)
  await page.evaluate("Intercom('onUserEmailSupplied', () => { document.title = 'supplied' })")
  const panel = await open(page)
  await page.evaluate("Intercom('startConversation', 'Tell me when it is back')")
  await panel.getByRole('textbox', { name: 'Email address' }).fill('no address')
  await activate(panel.getByRole('button', { name: 'Save' }))
  await panel.getByText('This is not an email address').waitFor()
  await panel.getByRole('textbox', { name: 'Email address' }).fill('lena@example.com')
  await activate(panel.getByRole('button', { name: 'Save' }))
  await eventually(() => page.title()).toBe('supplied')
  const query = { field: 'email', operator: '=', value: 'lena@example.com' }
  expect((await api.post('/contacts/search', { query })).body.data).toMatchObject([{ role: 'lead' }])
  expect(complaints).toEqual([])
})

test('help is searched as one types, and read in the messenger', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await open(page)
  await activate(panel.getByRole('button', { name: 'Help', exact: true }))
  await panel.getByRole('searchbox', { name: 'Search for help' }).fill('arrive')
  await activate(panel.getByRole('button', { name: /When does my parcel arrive/ }))
  await panel.getByRole('heading', { name: 'When does my parcel arrive?' }).waitFor()
  await activate(panel.getByRole('button', { name: 'Happy' }))
  await panel.getByText('Thank you for telling us.').waitFor()
  const happy = async () => (await api.get(`/articles/${article.body.id}`)).body.statistics
  await eventually(happy).toMatchObject({ happy_reaction_percentage: 100 })
  await isAccessible(page)
  expect(complaints).toEqual([])
})

test('what is written without a connection is sent when it is back, once', async () => {
  const { page } = await visit(demo)
  const panel = await open(page)
  await page.evaluate("Intercom('startConversation', 'Before the tunnel')")
  await panel.getByText('Before the tunnel').waitFor()
  const id = await conversationSaying('Before the tunnel')
  await page.context().setOffline(true)
  await write(panel, 'In the tunnel')
  await panel.getByText('Waiting for the connection').waitFor()
  await page.context().setOffline(false)
  await panel.getByText('Waiting for the connection').waitFor({ state: 'detached' })
  const { body } = await api.get(`/conversations/${id}`)
  const said = body.conversation_parts.conversation_parts.filter((part: { body: string | null }) =>
    part.body?.includes('In the tunnel'),
  )
  expect(said).toHaveLength(1)
})

test('an unsent message survives that the page is left', async () => {
  const { page } = await visit(demo)
  const panel = await open(page)
  await page.evaluate("Intercom('startConversation', 'First')")
  await panel.getByText('First').waitFor()
  const id = await conversationSaying('First')
  await page.route('**/messenger/api/conversations/**', route =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  )
  await write(panel, 'Kept for later')
  await panel.getByText('Waiting for the connection').waitFor()
  await page.unroute('**/messenger/api/conversations/**')
  await page.reload()
  await eventually(() => bodiesOf(id)).toContain('Kept for later')
})

test('somebody who turns out to be a user keeps what they wrote as a stranger', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await open(page)
  await page.evaluate("Intercom('startConversation', 'Written as a stranger')")
  await panel.getByText('Written as a stranger').waitFor()
  await conversationSaying('Written as a stranger')
  const user = { user_id: 'turned-out', name: 'Mia Lund' }
  await page.evaluate(`Intercom('update', ${JSON.stringify(user)})`)
  const query = { field: 'external_id', operator: '=', value: 'turned-out' }
  await eventually(async () => (await api.post('/contacts/search', { query })).body.data[0]?.role).toBe(
    'user',
  )
  await page.evaluate("Intercom('showSpace', 'messages')")
  await panel.getByText('Written as a stranger').waitFor()
  expect(complaints).toEqual([])
})

test('by the keyboard alone somebody opens the messenger, writes and closes it', async () => {
  const { page, complaints } = await visit(demo)
  const launcher = page.getByRole('button', { name: 'Open the messenger' })
  await launcher.waitFor()
  await launcher.focus()
  await page.keyboard.press('Enter')
  const panel = await panelOf(page)
  await panel.getByRole('heading', { level: 1 }).waitFor()
  await panel.getByRole('button', { name: /Send us a message/ }).focus()
  await page.keyboard.press('Enter')
  await typeInto(panel.getByRole('textbox', { name: 'Write a message' }), 'By keys')
  await page.keyboard.press('Enter')
  await panel.getByRole('log').getByText('By keys').waitFor()
  await page.keyboard.press('Escape')
  await panel.getByRole('heading', { name: /Hello there/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open the messenger' }).waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('guichet-messenger')
  expect(complaints).toEqual([])
})

for (const look of looks) {
  test(`every space of the messenger reads well in ${nameOf(look)}`, async () => {
    const { page, complaints, origins } = await visit(demo, look)
    const isFrench = look.locale.startsWith('fr')
    const panel = await open(page)
    await panel.getByRole('heading', { level: 1 }).waitFor()
    expect(await panel.evaluate<string>('document.documentElement.lang')).toBe(isFrench ? 'fr' : 'en')
    for (const space of ['home', 'messages', 'help', 'tickets', 'news']) {
      await page.evaluate(`Intercom('showSpace', '${space}')`)
      await settled(panel)
      await keepPicture(page, `messenger ${space} ${nameOf(look)}`)
      await isAccessible(page)
      expect(await panel.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    expect(complaints).toEqual([])
    expect([...origins]).toEqual([origin])
  })
}

async function answer(id: string, body: string): Promise<void> {
  const reply = { type: 'admin', admin_id: ownerId, message_type: 'comment', body }
  await api.post(`/conversations/${id}/reply`, reply)
  await drainEvents(guichet)
}

async function bodiesOf(id: string): Promise<string> {
  const { conversation_parts } = (await api.get(`/conversations/${id}`)).body.conversation_parts
  return conversation_parts.map((part: { body: string | null }) => part.body).join()
}

/** Whether the customer has seen all that was written to them. */
async function readBy(id: string): Promise<boolean> {
  const rows = await guichet.database.read
    .selectFrom('conversation_contacts')
    .select('read_part_id')
    .where('workspace_id', '=', app)
    .where('conversation_id', '=', Number(id))
    .execute()
  return rows.some(row => Number(row.read_part_id) > 0)
}
