import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drainEvents } from '../packages/server/test/support/happened.ts'
import { signedInAs } from '../packages/server/test/support/members.ts'
import { isAccessible } from './support/accessibility.ts'
import { startApp } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, chooseFiles, focused } from './support/keyboard.ts'
import { keepPicture, looks, nameOf } from './support/look.ts'
import {
  close,
  conversationSaying,
  eventually,
  openMessenger,
  panelOf,
  settled,
  write,
} from './support/messenger.ts'

const guichet = await startApp()
const { api, origin, id: app, ownerId } = guichet
const owner = await signedInAs(guichet, 'owner')
const visit = await startBrowser()
const demo = `${origin}/demo?app=${app}`

const type = (
  await api.post('/ticket_types', {
    ...{ name: 'Return a parcel', description: 'We send you a label.', category: 'Customer', icon: '📦' },
  })
).body
const attribute = (fields: object) =>
  api.post(`/ticket_types/${type.id}/attributes`, { description: '', ...fields })
await attribute({ name: 'Order number', data_type: 'integer', required_to_create_for_contacts: true })
await attribute({ name: 'What is wrong', data_type: 'list', list_items: 'Broken,Late,Not mine' })
await attribute({ name: 'Photos', data_type: 'files', allow_multiple_values: true })
const [feed] = (await api.get('/news/newsfeeds')).body.data
const seeds = (
  await api.post('/news/news_items', {
    ...{ title: 'Seeds for autumn', body: '<p>Sow <b>now</b>.</p>', sender_id: ownerId, state: 'live' },
    ...{ labels: ['New'], reactions: ['🌱', '😐', '👎'] },
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id), published_at: guichet.clock.now() }],
  })
).body
await api.post('/data_attributes', { name: 'garden_size', model: 'contact', data_type: 'integer' })

test('a customer asks for something by a form, and sees what becomes of it', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await openMessenger(page)
  await page.evaluate("Intercom('showSpace', 'tickets')")
  await activate(panel.getByRole('button', { name: /Return a parcel/ }))
  await panel.getByRole('textbox', { name: 'Title' }).fill('Snapped spade')
  await activate(panel.getByRole('button', { name: 'Send' }))
  await panel.getByText('This field is required').waitFor()
  await panel.getByRole('spinbutton', { name: 'Order number' }).fill('1042')
  await panel.getByRole('combobox', { name: 'What is wrong' }).press('B')
  await chooseFiles(panel.getByLabel('Photos'), 'spade.txt', 'rake.txt')
  await activate(panel.getByRole('button', { name: 'Remove rake.txt' }))
  await focused(panel.getByRole('button', { name: 'Remove spade.txt' }))
  await isAccessible(page)
  await activate(panel.getByRole('button', { name: 'Send' }))
  await panel.getByRole('heading', { name: 'Snapped spade' }).waitFor()
  await activate(panel.getByText('Submitted'))
  await panel.getByText('spade.txt').waitFor()
  const query = { field: 'title', operator: '=', value: 'Snapped spade' }
  const [ticket] = (await api.post('/tickets/search', { query })).body.tickets
  expect(ticket.ticket_attributes).toMatchObject({ 'Order number': 1042, 'What is wrong': 'Broken' })
  const states = (await api.get(`/ticket_types/${type.id}`)).body.ticket_states.data
  const moving = states.find(({ category }: { category: string }) => category === 'in_progress')
  await api.put(`/tickets/${ticket.id}`, { ticket_state_id: moving.id })
  await drainEvents(guichet)
  await panel.getByText('Now: In progress').waitFor()
  await keepPicture(page, 'messenger a ticket')
  await isAccessible(page)
  expect(complaints).toEqual([])
})

test('files are attached and taken away again by keyboard', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await openMessenger(page)
  await page.evaluate("Intercom('showNewMessage', 'The plan')")
  const attach = panel.getByRole('button', { name: 'Attach files' })
  await chooseFiles(attach, 'plan.txt', 'wrong.txt')
  await activate(panel.getByRole('button', { name: 'Remove plan.txt' }))
  await focused(panel.getByRole('button', { name: 'Remove wrong.txt' }))
  await page.keyboard.press('Enter')
  const field = panel.getByRole('textbox', { name: 'Write a message' })
  await focused(field)
  await chooseFiles(attach, 'plan.txt')
  await panel.getByRole('button', { name: 'Remove plan.txt' }).waitFor()
  await field.press('Enter')
  await panel.getByRole('link', { name: 'plan.txt' }).waitFor()
  expect(await panel.getByText('wrong.txt').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a stranger fills in what the team asks for, and what is wrong is said where it is', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await openMessenger(page)
  await page.evaluate("Intercom('startConversation', 'Tell me when it is back')")
  await panel.getByText('Tell me when it is back').waitFor()
  const id = await conversationSaying(guichet, 'Tell me when it is back')
  const form = { body: 'Where can we reach you?', attributes: ['email', 'garden_size'] }
  await owner.post(`/app/api/conversations/${id}/forms`, form)
  await drainEvents(guichet)
  const card = panel.getByRole('form', { name: 'To fill in' })
  await card.getByRole('textbox', { name: 'Email address' }).fill('nowhere')
  await card.getByRole('spinbutton', { name: 'garden_size' }).fill('40')
  await keepPicture(page, 'messenger a form')
  await activate(card.getByRole('button', { name: 'Send' }))
  await card.getByText('This is not an email address').waitFor()
  await isAccessible(page)
  await card.getByRole('textbox', { name: 'Email address' }).fill('mara@example.com')
  await page.keyboard.press('Enter')
  await panel.getByText('garden_size: 40').waitFor()
  expect(await card.count()).toBe(0)
  const query = { field: 'email', operator: '=', value: 'mara@example.com' }
  const [contact] = (await api.post('/contacts/search', { query })).body.data
  expect(contact).toMatchObject({ role: 'lead', custom_attributes: { garden_size: 40 } })
  expect(complaints).toEqual([])
})

test('news is read and reacted to, and a reaction is taken back', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await openMessenger(page)
  await page.evaluate("Intercom('showSpace', 'news')")
  await activate(panel.getByRole('button', { name: /Seeds for autumn/ }))
  const reach = async () =>
    (await owner.get(`/app/api/news_deliveries?ids=${seeds.id}`)).body.data[0].reach.reactions
  const sprout = panel.getByRole('button', { name: 'React with 🌱' })
  await activate(sprout)
  await eventually(reach).toEqual([{ reaction: '🌱', count: 1 }])
  await keepPicture(page, 'messenger news')
  await isAccessible(page)
  await activate(sprout)
  await eventually(reach).toEqual([])
  expect(await sprout.getAttribute('aria-pressed')).toBe('false')
  expect(complaints).toEqual([])
})

test('a reader whom an article did not help writes to the team', async () => {
  const { body: article } = await api.post('/articles', {
    ...{ title: 'Sowing', author_id: ownerId, state: 'published', body: '<p>Later.</p>' },
  })
  const { page } = await visit(demo)
  const panel = await openMessenger(page)
  await page.evaluate(`Intercom('showArticle', ${article.id})`)
  await activate(panel.getByRole('button', { name: 'Sad' }))
  await activate(panel.getByRole('button', { name: 'Send us a message' }))
  await panel.getByRole('textbox', { name: 'Write a message' }).waitFor()
})

test('a message whose answer is lost on the way is sent again, and is there once', async () => {
  const { page } = await visit(demo)
  const panel = await openMessenger(page)
  await page.evaluate("Intercom('startConversation', 'Before the cut')")
  await panel.getByText('Before the cut').waitFor()
  const id = await conversationSaying(guichet, 'Before the cut')
  let cut = 0
  await page.route('**/messenger/api/conversations/*/replies', async route => {
    cut += 1
    if (cut > 1) return route.fallback()
    // The server has it, and the browser never hears so.
    await route.fetch()
    return route.abort('connectionreset')
  })
  await write(panel, 'In the middle of it')
  await eventually(() => cut).toBeGreaterThan(1)
  await panel.getByText('Waiting for the connection').waitFor({ state: 'detached' })
  const { body } = await api.get(`/conversations/${id}`)
  const said = body.conversation_parts.conversation_parts.filter((part: { body: string | null }) =>
    part.body?.includes('In the middle of it'),
  )
  expect(said).toHaveLength(1)
  expect(await panel.getByText('In the middle of it').count()).toBe(1)
})

test('two pages of one browser show the same, send what waits once, and agree on what is read', async () => {
  const { page: one } = await visit(demo)
  const panel = await openMessenger(one)
  await one.evaluate("Intercom('startConversation', 'On two pages')")
  await panel.getByText('On two pages').waitFor()
  const id = await conversationSaying(guichet, 'On two pages')
  await one.route('**/messenger/api/conversations/*/replies', route => route.abort())
  await write(panel, 'Kept by both')
  await panel.getByText('Waiting for the connection').waitFor()
  const two = await one.context().newPage()
  await two.goto(demo)
  await eventually(() => saidIn(id, 'Kept by both')).toBe(1)
  await one.unroute('**/messenger/api/conversations/*/replies')
  await panel.getByText('Waiting for the connection').waitFor({ state: 'detached' })
  await one.evaluate("Intercom('hide')")
  await api.post(`/conversations/${id}/reply`, {
    ...{ type: 'admin', admin_id: ownerId, message_type: 'comment', body: 'To both' },
  })
  await drainEvents(guichet)
  for (const page of [one, two]) await page.getByRole('button', { name: /1 unread/ }).waitFor()
  // What one has written oneself counts as read already.
  const before = await readUpTo(id)
  await activate(two.getByRole('button', { name: /To both/ }))
  await (await panelOf(two)).getByRole('log').getByText('To both').waitFor()
  await eventually(() => readUpTo(id)).toBeGreaterThan(before)
  await drainEvents(guichet)
  await one.getByRole('button', { name: 'Open the messenger', exact: true }).waitFor()
  expect(await saidIn(id, 'Kept by both')).toBe(1)
})

test('what is unread stands in the title of a page that nobody looks at', async () => {
  const { page } = await visit(demo)
  const own = await page.title()
  await openMessenger(page)
  await page.evaluate("Intercom('startConversation', 'While away')")
  const id = await conversationSaying(guichet, 'While away')
  await page.evaluate("Intercom('hide')")
  await lookAway(page, true)
  await api.post(`/conversations/${id}/reply`, {
    ...{ type: 'admin', admin_id: ownerId, message_type: 'comment', body: 'Back?' },
  })
  await drainEvents(guichet)
  await eventually(() => page.title()).toBe(`(1) ${own}`)
  await lookAway(page, false)
  await eventually(() => page.title()).toBe(own)
})

test('a customer finds what an app wrote to them, and their answer is a conversation', async () => {
  const { page, complaints } = await visit(demo)
  await page.evaluate("Intercom('update', { user_id: 'sower', name: 'Sol Sower' })")
  await eventually(sower).toBeDefined()
  const { body: message } = await api.post('/messages', {
    ...{ message_type: 'inapp', body: '<p>Did the <b>beans</b> grow?</p>' },
    ...{ from: { type: 'admin', id: ownerId }, to: { type: 'user', id: await sower() } },
  })
  await drainEvents(guichet)
  await page.getByRole('button', { name: 'Open the messenger (1 unread)' }).waitFor()
  const panel = await openMessenger(page)
  await panel.getByRole('log').getByText('beans').waitFor()
  await eventually(() => statusOf(message.id)).toBe('read')
  await keepPicture(page, 'messenger a message of an app')
  await isAccessible(page)
  await write(panel, 'Up to the roof')
  await eventually(() => conversationsBegunBy(message.id)).toHaveLength(1)
  const [{ id, source }] = await conversationsBegunBy(message.id)
  expect(source).toMatchObject({
    type: 'conversation',
    delivered_as: 'admin_initiated',
    author: { type: 'admin' },
  })
  await eventually(() => saidIn(id, 'Up to the roof')).toBe(1)
  // The panel goes on in the conversation: what is answered in it is told there.
  await api.post(`/conversations/${id}/reply`, {
    ...{ type: 'admin', admin_id: ownerId, message_type: 'comment', body: 'So high!' },
  })
  await drainEvents(guichet)
  await panel.getByRole('log').getByText('So high!').waitFor()
  await eventually(() => panel.getByText('Up to the roof').count()).toBe(1)
  expect(complaints).toEqual([])
})

test('after a conversation is closed its customer is asked how it was', async () => {
  const { page, complaints } = await visit(demo)
  const panel = await openMessenger(page)
  await page.evaluate("Intercom('startConversation', 'Rate me')")
  const id = await conversationSaying(guichet, 'Rate me')
  await api.post(`/conversations/${id}/reply`, {
    ...{ type: 'admin', admin_id: ownerId, message_type: 'comment', body: 'Done' },
  })
  await close(guichet, id)
  await panel.getByRole('heading', { name: 'How was this conversation?' }).waitFor()
  await panel.getByRole('button', { name: 'Good' }).focus()
  await page.keyboard.press('Enter')
  await eventually(async () => (await api.get(`/conversations/${id}`)).body.conversation_rating?.rating).toBe(
    4,
  )
  expect(complaints).toEqual([])
})

test('a banner stands on the page, is followed, reacted to and put away, and none of it is forgotten', async () => {
  const made = async (banner: object) => {
    const { body } = await owner.post('/app/api/banners', banner)
    await owner.post(`/app/api/banners/${body.id}/start`)
    return body.id
  }
  const sale = await made({
    ...{ title: 'Sale', body: 'Seeds are <b>half</b> the price.', style: 'inline', position: 'top' },
    action: { type: 'link', label: 'See them', target: `${origin}/demo?app=${app}` },
  })
  const mood = await made({
    ...{ body: 'How is the new shop?', style: 'floating', position: 'bottom' },
    action: { type: 'reaction', reactions: ['👍', '👎'] },
  })
  const { page, complaints } = await visit(demo)
  const banner = page.getByRole('region', { name: 'Sale' })
  await banner.getByText('half').waitFor()
  await activate(page.getByRole('button', { name: '👍' }))
  await page.getByRole('button', { name: 'Open the messenger' }).waitFor()
  await keepPicture(page, 'messenger banners')
  await isAccessible(page)
  expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  const [shop] = await Promise.all([
    page.context().waitForEvent('page'),
    activate(banner.getByRole('link', { name: 'See them' })),
  ])
  await shop.close()
  await banner.getByRole('button', { name: 'Dismiss' }).focus()
  await page.keyboard.press('Enter')
  await banner.waitFor({ state: 'detached' })
  const stats = async (id: string) => (await owner.get(`/app/api/banners/${id}`)).body
  await eventually(async () => (await stats(sale)).days[0]).toMatchObject({ clicks: 1, dismissals: 1 })
  await eventually(async () => (await stats(mood)).reactions).toEqual([{ reaction: '👍', count: 1 }])
  await page.reload()
  await page.getByText('How is the new shop?').waitFor()
  expect(await page.getByRole('region', { name: 'Sale' }).count()).toBe(0)
  for (const id of [sale, mood]) await owner.post(`/app/api/banners/${id}/stop`)
  expect(complaints).toEqual([])
})

for (const look of looks)
  test(`forms, tickets, news and banners of the messenger read well in ${nameOf(look)}`, async () => {
    const { body: banner } = await owner.post('/app/api/banners', {
      ...{ title: 'Sale', body: 'Seeds are <b>half</b> the price until Sunday, in every shop of ours.' },
      action: { type: 'link', label: 'See them', target: 'https://example.com' },
    })
    await owner.post(`/app/api/banners/${banner.id}/start`)
    const { page, complaints } = await visit(demo, look)
    await page.getByText('half').waitFor()
    const isFrench = look.locale.startsWith('fr')
    const panel = await openMessenger(page)
    const held = async (name: string) => {
      await settled(panel)
      await keepPicture(page, `messenger ${name} ${nameOf(look)}`)
      await isAccessible(page)
      expect(await panel.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    await page.evaluate("Intercom('showSpace', 'tickets')")
    await panel.getByRole('button', { name: /Return a parcel/ }).waitFor()
    await held('kinds of tickets')
    await activate(panel.getByRole('button', { name: /Return a parcel/ }))
    await activate(panel.getByRole('button', { name: isFrench ? 'Envoyer' : 'Send' }))
    await held('a ticket to fill in')
    await page.evaluate(`Intercom('showNews', ${seeds.id})`)
    await panel.getByRole('button', { name: /🌱/ }).waitFor()
    await held('news to react to')
    await owner.post(`/app/api/banners/${banner.id}/stop`)
    expect(complaints).toEqual([])
  })

async function saidIn(id: string, words: string): Promise<number> {
  const { body } = await api.get(`/conversations/${id}`)
  return body.conversation_parts.conversation_parts.filter((part: { body: string | null }) =>
    part.body?.includes(words),
  ).length
}

async function sower(): Promise<string | undefined> {
  const query = { field: 'external_id', operator: '=', value: 'sower' }
  return (await api.post('/contacts/search', { query })).body.data[0]?.id
}

async function statusOf(messageId: string): Promise<string | undefined> {
  const row = await guichet.database.read
    .selectFrom('message_recipients')
    .select('status')
    .where('workspace_id', '=', app)
    .where('message_id', '=', Number(messageId))
    .executeTakeFirst()
  return row?.status
}

async function conversationsBegunBy(messageId: string) {
  const query = { field: 'source.id', operator: '=', value: messageId }
  return (await api.post('/conversations/search', { query })).body.conversations
}

async function readUpTo(id: string): Promise<number> {
  const row = await guichet.database.read
    .selectFrom('conversation_contacts')
    .select('read_part_id')
    .where('workspace_id', '=', app)
    .where('conversation_id', '=', Number(id))
    .executeTakeFirst()
  return Number(row?.read_part_id ?? 0)
}

/** Browsers without a window hide no page: it is told that it is hidden. */
async function lookAway(page: Page, away: boolean): Promise<void> {
  await page.evaluate(`(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${away} })
    document.dispatchEvent(new Event('visibilitychange'))
  })()`)
}
