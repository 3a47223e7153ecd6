import { expect, test } from 'vitest'
import { Api } from '../packages/server/test/support/api.ts'
import { signedIn } from '../packages/server/test/support/members.ts'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, choose, pick, typeInto } from './support/keyboard.ts'
import { go, looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { api, origin, id: app } = guichet
const owner = await teammate(guichet, 'owner')
const { look: own, adminId } = owner
const light = await teammate(guichet, 'light')
const browse = await startBrowser()
const visit: typeof browse = (url, look) => browse(url, { ...own, ...look })

for (const name of ['Inès Caron', 'Tomasz Nowak'])
  await api.post('/contacts', { role: 'user', email: `${name.length}@garden.example`, name })
const [feed] = (await api.get('/news/newsfeeds')).body.data
const seeds = (
  await api.post('/news/news_items', {
    ...{ title: 'Seeds for autumn', body: '<p>Sow <b>now</b>.</p>', sender_id: adminId, state: 'live' },
    ...{ labels: ['New'], reactions: ['🌱', '😐'] },
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
  })
).body
const { body: booted } = await Api.ofNobody(origin).post('/messenger/api/sessions', {
  ...{ app_id: app, user_data: { user_id: 'a-reader' } },
})
const reader = new Api(origin, booted.session)
await reader.put(`/messenger/api/news/${seeds.id}/reaction`, { reaction: '🌱' })
const desk = await signedIn(guichet, owner)
const { body: sale } = await desk.post('/app/api/banners', {
  ...{ title: 'Sale', body: 'Seeds are <b>half</b> the price.', style: 'floating' },
  action: { type: 'link', label: 'See them', target: 'https://example.com' },
})
await desk.post(`/app/api/banners/${sale.id}/start`)
const [shown] = (await reader.post('/messenger/api/banners')).body.data
await reader.post(`/messenger/api/banners/${shown.view_id}/clicks`, {})
const domain = { field: 'email_domain', operator: '=', value: 'garden.example' }
const recent = { field: 'created_at', operator: '>', value: { days_ago: 30 } }
await desk.patch(`/app/api/banners/${sale.id}`, { aim: { operator: 'OR', value: [domain, recent] } })

const places = [
  ['news', '/outbound', 'Seeds for autumn'],
  ['banners', '/outbound/banners', 'Sale'],
  ['the help center', '/settings/help-center', /help\//],
  ['a piece of news', `/outbound/news/${seeds.id}`, /🌱/],
  ['a banner', `/outbound/banners/${sale.id}`, 'Sale'],
] as const

for (const look of looks)
  test(`the pages of outbound read well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await visit(`${origin}/app/inbox`, look)
    for (const [name, path, shows] of places) {
      await go(page, `/app${path}`)
      await page.getByText(shows).first().waitFor()
      await readsWell(page, `outbound ${name} ${nameOf(look)}`)
    }
    expect(complaints).toEqual([])
  })

test('a teammate writes a piece of news for an audience made on the spot, schedules it, and puts it live', async () => {
  const { page, complaints } = await visit(`${origin}/app/outbound`)
  await activate(page.getByRole('link', { name: 'New item' }))
  await page.getByRole('textbox', { name: 'Title' }).fill('A new spade')
  await activate(page.getByRole('textbox', { name: 'Text' }))
  await page.keyboard.type('It never snaps.')
  await activate(page.getByRole('combobox', { name: 'Audience' }))
  await activate(page.getByRole('option', { name: 'New audience…' }))
  await activate(page.getByRole('combobox', { name: 'Add a filter' }))
  await pick(page.getByRole('combobox', { name: 'Find a field' }), 'email')
  await typeInto(page.getByRole('textbox', { name: /^Value/ }), 'garden.example')
  await page.getByText('2 people now').waitFor()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Gardeners')
  await activate(page.getByRole('button', { name: 'Create' }))
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  await activate(page.getByRole('button', { name: 'More ways to publish' }))
  await activate(page.getByRole('menuitem', { name: 'Schedule…' }))
  await activate(page.getByRole('button', { name: 'Schedule', exact: true }))
  await page.getByText('Scheduled', { exact: true }).waitFor()
  const found = async () =>
    (await api.get('/news/news_items')).body.data.find(
      (each: { title: string }) => each.title === 'A new spade',
    )
  await expect.poll(async () => (await found())?.state).toBe('draft')
  await activate(page.getByRole('button', { name: 'Publish', exact: true }))
  await page.getByText('Live', { exact: true }).waitFor()
  const item = await found()
  expect(item).toMatchObject({ state: 'live', body: '<p>It never snaps.</p>' })
  const [delivery] = (await desk.get(`/app/api/news_deliveries?ids=${item.id}`)).body.data
  const { body: audiences } = await api.get('/audiences')
  expect(audiences.data[0]).toMatchObject({ name: 'Gardeners', id: delivery.audience_id })
  expect(delivery.scheduled_at).toBeNull()
  expect(complaints).toEqual([])
})

test('a banner is made by the keyboard with its preview beside it, started, and stopped with a way back', async () => {
  const { page, complaints } = await visit(`${origin}/app/outbound/banners`)
  await page.getByRole('link', { name: 'New banner' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Title' }).fill('Heads up')
  await page.getByRole('textbox', { name: 'Text' }).focus()
  await page.keyboard.type('We move on ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('Sunday')
  const preview = page.getByRole('region', { name: 'Preview' })
  await preview.getByText('Sunday').waitFor()
  await page.getByRole('combobox', { name: 'Action' }).focus()
  await page.keyboard.press('Enter')
  await activate(page.getByRole('option', { name: 'A link' }))
  await page.getByRole('textbox', { name: 'Words of the link' }).fill('Read why')
  await page.getByRole('textbox', { name: 'Address' }).fill('example.com/why')
  await page.getByRole('combobox', { name: 'Audience' }).focus()
  await page.keyboard.press('Enter')
  await activate(page.getByRole('option', { name: 'People who match…' }))
  await activate(page.getByRole('combobox', { name: 'Add a filter' }))
  await pick(page.getByRole('combobox', { name: 'Find a field' }), 'email')
  await typeInto(page.getByRole('textbox', { name: /^Value/ }), 'garden.example')
  await page.getByText('2 people now').waitFor()
  await page.getByRole('button', { name: 'Start' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Live', { exact: true }).waitFor()
  const latest = async () => (await desk.get('/app/api/banners')).body.data[0]
  expect(await latest()).toMatchObject({
    ...{
      state: 'live',
      title: 'Heads up',
      body: '<p class="no-margin">We move on <strong>Sunday</strong></p>',
    },
    action: { label: 'Read why', target: 'https://example.com/why' },
    aim: { operator: 'AND', value: [{ field: 'email', operator: '~', value: 'garden.example' }] },
  })
  await activate(page.getByRole('button', { name: 'Stop' }))
  await page.getByText('Stopped', { exact: true }).waitFor()
  await activate(page.getByRole('button', { name: 'Undo' }))
  await expect.poll(async () => (await latest()).state).toBe('live')
  await desk.post(`/app/api/banners/${(await latest()).id}/stop`)
  expect(complaints).toEqual([])
})

test('how a help center looks is changed, and its readers see it', async () => {
  const { page, complaints } = await visit(`${origin}/app/settings/help-center`)
  await page.getByRole('textbox', { name: 'Name' }).fill('Garden help')
  await page.getByRole('textbox', { name: 'Links in the bar' }).fill('The shop https://example.com/shop')
  await choose(page.getByRole('checkbox', { name: 'Show news' }))
  await activate(page.getByRole('button', { name: 'Save' }))
  await page.getByText('Saved').waitFor()
  const text = await (await fetch(`${origin}/help/${app}/en`)).text()
  for (const words of ['Garden help', 'href="https://example.com/shop"', '/en/news'])
    expect(text).toContain(words)
  expect(complaints).toEqual([])
})

test('who may only read sees what is told, and no way to change it', async () => {
  const { page, complaints } = await browse(`${origin}/app/outbound`, light.look)
  await page.getByText('Seeds for autumn').waitFor()
  expect(await page.getByRole('link', { name: 'New item' }).count()).toBe(0)
  await page.goto(`${origin}/app/outbound/banners/${sale.id}`)
  await page.getByRole('heading', { name: 'Sale' }).waitFor()
  expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a teammate asks a customer for details from the inbox, and the customer has a form to fill in', async () => {
  const { body: begun } = await reader.post('/messenger/api/conversations', {
    body: 'Tell me when it is back',
  })
  const { page, complaints } = await visit(`${origin}/app/inbox/all/${begun.id}`)
  await activate(page.getByRole('button', { name: 'More actions' }).first())
  await activate(page.getByRole('menuitem', { name: 'Ask for details' }))
  const dialog = page.getByRole('dialog', { name: 'Ask for details' })
  await choose(dialog.getByRole('checkbox', { name: 'Phone' }))
  await isAccessible(page)
  await activate(dialog.getByRole('button', { name: 'Ask', exact: true }))
  await page.getByText('They are asked').waitFor()
  const { parts } = (await reader.get(`/messenger/api/conversations/${begun.id}`)).body
  expect(parts.at(-1)).toMatchObject({
    body: '<p class="no-margin">Where can we reach you?</p>',
    form: { answered: false, fields: [{ name: 'email' }, { name: 'phone' }] },
  })
  expect(complaints).toEqual([])
})
