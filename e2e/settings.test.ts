import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { distributeDue } from '../packages/server/src/domain/distribution/index.ts'
import { drainEvents } from '../packages/server/test/support/happened.ts'
import { letterTo } from '../packages/server/test/support/letters.ts'
import { signedIn } from '../packages/server/test/support/members.ts'
import { makeDatabase } from '../packages/server/test/support/own-database.ts'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, choose, pick, unchoose } from './support/keyboard.ts'
import { go, keepPicture, looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp({ DATABASE_URL: await makeDatabase() })
const { origin } = guichet
const visit = await startBrowser()
const owner = await teammate(guichet, 'owner')

const PAGES = [
  '',
  'workspace',
  'teammates',
  'roles',
  'security',
  'teams',
  'office-hours',
  'away',
  'tags',
  'macros',
  'attributes',
  'attributes/conversations',
  'tickets',
  'tickets/states',
  'messenger',
  'brands',
  'channels',
  'retention',
]
const settings = (page = '') => `${origin}/app/settings/${page}`

test('somebody is invited, and the invitation withdrawn and brought back', async () => {
  const { page, complaints } = await visit(settings('teammates'), owner.look)
  await page.getByLabel('Email address to invite').fill('mira@garden.example')
  await page.keyboard.press('Enter')
  await page.getByText('A link is on its way to mira@garden.example').waitFor()
  expect(await letterTo(guichet, guichet, 'mira@garden.example')).toBeDefined()
  const invitation = page.getByRole('listitem').filter({ hasText: 'mira@garden.example' })
  await activate(invitation.getByRole('button', { name: /^Withdraw/ }))
  await expect.poll(() => invitation.count()).toBe(0)
  await activate(page.getByRole('button', { name: 'Undo' }))
  await invitation.waitFor()
  expect(complaints).toEqual([])
})

test('a teammate is given another role, and removed', async () => {
  const leaving = await teammate(guichet, 'agent')
  const { page, complaints } = await visit(settings('teammates'), owner.look)
  const row = page.getByRole('row', { name: new RegExp(leaving.email) })
  await activate(row.getByRole('combobox', { name: /^Role/ }))
  await activate(page.getByRole('option', { name: 'Admin' }))
  await expect
    .poll(async () => (await guichet.api.get(`/admins/${leaving.adminId}`)).body.role?.name ?? 'Admin')
    .toBe('Admin')
  await activate(row.getByRole('button', { name: /^Remove/ }))
  const dialog = page.getByRole('dialog', { name: `Remove ${leaving.name}?` })
  await isAccessible(page)
  await activate(dialog.getByRole('button', { name: 'Remove' }))
  await page.getByText(`${leaving.name} is no longer a teammate`).waitFor()
  await expect.poll(() => row.count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a workspace is renamed and moved to another time zone, by keyboard', async () => {
  const { page, complaints } = await visit(settings(), owner.look)
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('link', { name: 'Workspace' })
    .press('Enter')
  const zone = page.getByRole('combobox', { name: /^Time zone/ })
  await activate(zone)
  await pick(page.getByRole('combobox', { name: 'Find a city' }), 'Tahiti')
  await zone.filter({ hasText: 'Pacific / Tahiti' }).waitFor()
  await page.getByLabel('Name').fill('Le Jardin 🌿')
  await page.getByLabel('Name').press('Enter')
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await zone.filter({ hasText: 'Pacific / Tahiti' }).waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Le Jardin 🌿')
  expect(complaints).toEqual([])
})

test('a secret for identities is made, shown once, and deleted', async () => {
  const { page, complaints } = await visit(settings('security'), owner.look)
  await page.getByLabel('What it is for').fill('Web shop')
  await activate(page.getByRole('button', { name: 'Make a secret' }))
  await page.getByText('Copy it now: it is not shown again.').waitFor()
  const secrets = page.getByRole('list', { name: 'Secrets' })
  await activate(secrets.getByRole('button', { name: 'Delete: Web shop' }))
  await expect.poll(() => secrets.count()).toBe(0)
  await choose(page.getByRole('switch', { name: /^Refuse identities/ }))
  await expect.poll(async () => (await guichet.api.get('/me')).body.app.identity_verification).toBe(true)
  expect(complaints).toEqual([])
})

test('a team is made, with members and hours of its own', async () => {
  const { page, complaints } = await visit(settings('teams'), owner.look)
  await guichet.api.post('/office_hours_schedules', {
    ...{ name: 'Nights', time_zone_name: 'Europe/Paris', time_intervals: [] },
  })
  await page.getByRole('textbox', { name: 'New team' }).fill('Orders')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Orders' })
  await choose(dialog.getByRole('checkbox', { name: owner.name }))
  await activate(dialog.getByRole('combobox', { name: 'Assignment' }))
  await activate(page.getByRole('option', { name: 'Balanced' }))
  await dialog.getByLabel('At most open at once').fill('7')
  await activate(dialog.getByRole('button', { name: `Backup: ${owner.name}` }))
  await activate(dialog.getByRole('combobox', { name: 'Office hours' }))
  await activate(page.getByRole('option', { name: 'Nights' }))
  await isAccessible(page)
  await activate(dialog.getByRole('button', { name: 'Save' }))
  await page.getByRole('listitem').filter({ hasText: 'Balanced · Nights · 0 open' }).waitFor()
  const [team] = (await guichet.api.get('/teams')).body.teams
  expect(team).toMatchObject({
    ...{ name: 'Orders', admin_ids: [owner.adminId], assignment_limit: 7 },
    admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [owner.adminId] },
  })
  await page.getByRole('textbox', { name: 'New team' }).fill('orders')
  await page.keyboard.press('Enter')
  await page.getByText('There is a team called Orders already').waitFor()
  expect(complaints.filter(said => !/400/.test(said))).toEqual([])
})

test('who of a team has how much in hand is seen, and a conversation tells why it is with whom', async () => {
  const own = await signedIn(guichet, owner)
  const setting = { distribution_method: 'load_balanced', assignment_limit: 1 }
  const { body: team } = await own.post('/app/api/teams', {
    ...{ name: 'Parcels', admin_ids: [owner.adminId], ...setting },
  })
  const contact = (await guichet.api.post('/contacts', { email: 'parcels@example.com' })).body.id
  const ids: string[] = []
  while (ids.length < 2) {
    const from = { type: 'user', id: contact }
    const { body } = await guichet.api.post('/conversations', { from, body: 'Where is it?' })
    ids.push(body.conversation_id)
    await guichet.api.post(`/conversations/${body.conversation_id}/parts`, {
      ...{ message_type: 'assignment', type: 'team', admin_id: guichet.ownerId, assignee_id: team.id },
    })
  }
  await drainEvents(guichet)
  await distributeDue(guichet.database, guichet.clock.now(), guichet.id)
  const { page, complaints } = await visit(settings('teams'), owner.look)
  const load = page.getByRole('list', { name: 'In hand: Parcels' })
  await load.getByText('1 of 1').waitFor()
  await page.getByText('1 waits for somebody').waitFor()
  await page.goto(`${guichet.origin}/app/inbox/all/${ids[0]}`)
  await page.getByText(`Assigned to ${owner.name}, who had the fewest open in Parcels`).waitFor()
  await Promise.all([
    page.waitForResponse(answer => answer.url().includes('/app/api/stream')),
    page.goto(`${guichet.origin}/app/inbox/all/${ids[1]}`),
  ])
  await page.getByText('Waits for Parcels: all who are there have their full load').waitFor()
  await page.getByText('In line').waitFor()
  await keepPicture(page, 'settings waiting')
  await isAccessible(page)
  const away = (is: boolean) =>
    guichet.api.put(`/admins/${owner.adminId}/away`, { away_mode_enabled: is, away_mode_reassign: false })
  await away(true)
  await drainEvents(guichet)
  await page.getByText('Waits for Parcels: nobody is there').waitFor()
  await away(false)
  expect(complaints).toEqual([])
  await own.delete(`/app/api/teams/${team.id}`)
})

test('a week is painted by keys and written in words, and a holiday added, all by keyboard', async () => {
  const { page, complaints } = await visit(settings('office-hours'), owner.look)
  await page.getByRole('textbox', { name: 'New office hours' }).fill('Weekdays')
  await page.keyboard.press('Enter')
  const monday = page.getByLabel('Hours of Monday')
  await monday.waitFor()
  expect(await monday.inputValue()).toBe('09:00–17:00')
  await page.getByRole('gridcell', { name: 'Monday 09:00', exact: true }).focus()
  await page.keyboard.press('Space')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowRight')
  expect(await monday.inputValue()).toBe('11:00–17:00')
  await page.getByLabel('Hours of Tuesday').fill('8h30-12, 13:15 to 18')
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('Hours of Tuesday').inputValue()).toBe('08:30–12:00, 13:15–18:00')
  await page.getByLabel('Hours of Sunday').fill('all day')
  await page.keyboard.press('Tab')
  await page.getByText('Write hours such as').waitFor()
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByText('Saved', { exact: true }).waitFor()
  const schedule = async () =>
    (await guichet.api.get('/office_hours_schedules')).body.data.find(
      ({ name }: { name: string }) => name === 'Weekdays',
    )
  expect((await schedule()).time_intervals.slice(0, 3)).toMatchObject([
    { start_minute: 660, end_minute: 1020 },
    { start_minute: 1950, end_minute: 2160 },
    { start_minute: 2235, end_minute: 2520 },
  ])
  await page.getByLabel('Day', { exact: true }).fill('2026-12-25')
  await page.getByLabel('Occasion').fill('Christmas')
  await choose(page.getByRole('checkbox', { name: 'Every year' }))
  await page.getByRole('button', { name: 'Add the day' }).press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Christmas' }).waitFor()
  await isAccessible(page)
  await keepPicture(page, 'settings schedule')
  expect(complaints).toEqual([])
})

test('a week is painted with the pointer', async () => {
  const { body } = await guichet.api.post('/office_hours_schedules', {
    ...{ name: 'Painted', time_zone_name: 'UTC', time_intervals: [] },
  })
  const { page } = await visit(settings(`office-hours/${body.id}`), owner.look)
  const [from, to] = ['06:00', '09:30'].map(at => page.getByRole('gridcell', { name: `Friday ${at}` }))
  await from?.hover()
  await page.mouse.down()
  await to?.hover()
  await page.mouse.up()
  expect(await page.getByLabel('Hours of Friday').inputValue()).toBe('06:00–10:00')
})

test('reasons to be away are added, moved by keys, deleted and brought back', async () => {
  const { page, complaints } = await visit(settings('away'), owner.look)
  for (const [emoji, label] of [
    ['🍜', 'Lunch'],
    ['🎓', 'Training'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Emoji', exact: true }).fill(emoji)
    await page.getByRole('textbox', { name: 'New reason' }).fill(label)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `Move ${label}` }).waitFor()
  }
  const labels = async () =>
    (await guichet.api.get('/away_status_reasons')).body.data
      .filter(({ deleted }: { deleted: boolean }) => !deleted)
      .map(({ label }: { label: string }) => label)
  await page.getByRole('button', { name: 'Move Training' }).press('ArrowUp')
  await page.getByText('Training is number 1 of 2').waitFor()
  await expect.poll(labels).toEqual(['Training', 'Lunch'])
  await activate(page.getByRole('button', { name: 'Delete: Lunch' }))
  await expect.poll(labels).toEqual(['Training'])
  await activate(page.getByRole('button', { name: 'Undo' }))
  await expect.poll(labels).toEqual(['Training', 'Lunch'])
  expect(complaints).toEqual([])
})

test('a tag of any kind of name is added, renamed in place, deleted, and brought back', async () => {
  const { page, complaints } = await visit(settings('tags'), owner.look)
  const name = `שלום 🌱 ${'long'.repeat(60)}`
  for (const each of ['Refund', name]) {
    await page.getByRole('textbox', { name: 'New tag' }).fill(each)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `Delete: ${each}` }).waitFor()
  }
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(1280)
  await page.getByRole('textbox', { name: 'Name: Refund' }).fill('Refunds')
  await page.keyboard.press('Enter')
  const names = async () =>
    (await guichet.api.get('/tags')).body.data.map((tag: { name: string }) => tag.name)
  await expect.poll(names).toContain('Refunds')
  await activate(page.getByRole('button', { name: 'Delete: Refunds' }))
  await expect.poll(() => page.getByRole('button', { name: 'Delete: Refunds' }).count()).toBe(0)
  await activate(page.getByRole('button', { name: 'Undo' }))
  await activate(page.getByRole('button', { name: 'Delete: Refunds' }))
  // Who leaves the page does not wait for it.
  await page.goto(`${origin}/demo`)
  await expect.poll(names).not.toContain('Refunds')
  expect(complaints).toEqual([])
})

test('a macro is written with formats and a placeholder', async () => {
  const { page, complaints } = await visit(settings('macros'), owner.look)
  await activate(page.getByRole('button', { name: 'New macro' }))
  const dialog = page.getByRole('dialog', { name: 'New macro' })
  await dialog.getByLabel('Name').fill('Welcome')
  await activate(dialog.getByRole('textbox', { name: 'Words' }))
  await page.keyboard.type('Hello ')
  await activate(dialog.getByRole('button', { name: 'Insert' }))
  await activate(page.getByRole('menuitem', { name: 'First name', exact: true }))
  await page.keyboard.type(', ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('welcome')
  await isAccessible(page)
  await activate(dialog.getByRole('button', { name: 'Save' }))
  await page.getByRole('listitem').filter({ hasText: 'Welcome' }).waitFor()
  const [macro] = (await guichet.api.get('/macros')).body.data
  expect(macro.body).toBe(
    '<p>Hello <attribute key="user.first_name" default="there"/>, <strong>welcome</strong></p>',
  )
  expect(complaints).toEqual([])
})

test('attributes are defined for people and conversations, archived, and brought back', async () => {
  const { page, complaints } = await visit(settings('attributes'), owner.look)
  await page.getByRole('textbox', { name: 'New attribute' }).fill('plan_kind')
  await activate(page.getByRole('combobox', { name: 'Kind' }))
  await activate(page.getByRole('option', { name: 'List' }))
  await page.getByRole('textbox', { name: 'Options' }).fill('Free\nPaid')
  await activate(page.getByRole('button', { name: 'Add', exact: true }))
  const row = page.getByRole('listitem').filter({ hasText: 'plan_kind' })
  await row.getByText('Free, Paid').waitFor()
  await activate(row.getByRole('button', { name: /^Archive/ }))
  await row.getByText('Archived').waitFor()
  await activate(page.getByRole('button', { name: 'Undo' }))
  await row.getByRole('button', { name: /^Archive/ }).waitFor()
  await activate(page.getByRole('tab', { name: 'Conversations' }))
  await page.getByRole('textbox', { name: 'New attribute' }).fill('Topic')
  await page.keyboard.press('Enter')
  await activate(page.getByRole('button', { name: 'Edit: Topic' }))
  await choose(page.getByRole('checkbox', { name: 'Required' }))
  await expect
    .poll(async () => (await guichet.api.get('/conversations/attributes')).body.data[0]?.required)
    .toBe(true)
  expect(complaints).toEqual([])
})

test('a type of tickets is made with an attribute that comes first, and a state of its own', async () => {
  const { page, complaints } = await visit(settings('tickets'), owner.look)
  await page.getByRole('textbox', { name: 'New type' }).fill('Return')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'New attribute' }).fill('Size')
  await page.keyboard.press('Enter')
  const handle = page.getByRole('button', { name: 'Move Size' })
  await handle.press('ArrowUp')
  await page.getByText('Size is number 2 of 3').waitFor()
  await handle.press('ArrowUp')
  await choose(page.getByRole('checkbox', { name: 'Required: Size' }))
  const attributes = async () =>
    (await guichet.api.get('/ticket_types')).body.data[0].ticket_type_attributes.data.map(
      (each: { name: string; required_to_create: boolean }) => [each.name, each.required_to_create],
    )
  await page.getByText('Size is number 1 of 3').waitFor()
  await expect.poll(async () => (await attributes())[0]).toEqual(['Size', true])
  await activate(page.getByRole('tab', { name: 'States' }))
  await page.getByRole('textbox', { name: 'New state: In progress' }).fill('In the workshop')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Move In the workshop' }).press('ArrowUp')
  await page.getByText('In the workshop is number 1 of 2').waitFor()
  await isAccessible(page)
  await activate(page.getByRole('button', { name: 'Archive: Resolved' }))
  await page
    .getByText(/would have no state of the category/)
    .first()
    .waitFor()
  expect(complaints.filter(said => !/400/.test(said))).toEqual([])
})

test('how the messenger looks is set beside a picture of it, and is so on the demo page', async () => {
  const { page, complaints } = await visit(settings('messenger'), owner.look)
  const frame = page.frameLocator('iframe')
  await frame.getByText('Hello there').waitFor()
  await activate(page.getByRole('button', { name: 'Colour #b3261e' }))
  await page.getByRole('textbox', { name: 'Greeting' }).fill('Welcome to the garden')
  await frame.getByText('Welcome to the garden').waitFor()
  await activate(page.getByRole('combobox', { name: 'Side' }))
  await activate(page.getByRole('option', { name: 'Left' }))
  await unchoose(page.getByRole('checkbox', { name: 'News' }))
  await expect.poll(() => frame.getByRole('button', { name: 'News' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Move Help' }).press('ArrowUp')
  await isAccessible(page)
  await keepPicture(page, 'settings messenger changed')
  await activate(page.getByRole('button', { name: 'Save' }))
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.goto(`${origin}/demo?app=${guichet.id}`)
  const launcher = page.getByRole('button', { name: 'Open the messenger' })
  await activate(launcher)
  const messenger = page.frameLocator('#guichet-messenger iframe')
  await messenger.getByText('Welcome to the garden').waitFor()
  expect(await messenger.getByRole('button', { name: 'News' }).count()).toBe(0)
  const place = await launcher
    .or(page.getByRole('button', { name: 'Close the messenger' }))
    .first()
    .boundingBox()
  expect(place?.x).toBeLessThan(200)
  expect(complaints).toEqual([])
})

test('the launcher is hidden from visitors, and brands are made', async () => {
  const { page } = await visit(settings('messenger'), owner.look)
  await unchoose(page.getByRole('checkbox', { name: /^Visitors/ }))
  await activate(page.getByRole('button', { name: 'Save' }))
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.goto(settings('brands'))
  await page.getByRole('textbox', { name: 'New brand' }).fill('Le Potager')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Delete: Le Potager' }).waitFor()
  expect((await guichet.api.get('/brands')).body.data.at(-1).name).toBe('Le Potager')
  await page.goto(settings('channels'))
  await page.getByRole('listitem').filter({ hasText: 'Messenger' }).getByText('Seen').waitFor()
})

test('data is kept for less long once that is said twice', async () => {
  const { page, complaints } = await visit(settings('retention'), owner.look)
  await activate(page.getByRole('combobox', { name: 'Visitors' }))
  await activate(page.getByRole('option', { name: '30 days', exact: true }))
  const dialog = page.getByRole('dialog', { name: 'Keep for less?' })
  await activate(dialog.getByRole('button', { name: 'Erase what is older' }))
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await page.getByRole('combobox', { name: 'Visitors' }).filter({ hasText: '30 days' }).waitFor()
  expect(complaints).toEqual([])
})

test('who may not set something is not led there, and told so where they go', async () => {
  const { look } = await teammate(guichet, 'agent')
  const { page } = await visit(settings(), look)
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  expect(await page.getByRole('link', { name: /^Security/ }).count()).toBe(0)
  await page.goto(settings('security'))
  await page.getByText('Your role does not allow this.').waitFor()
})

test.each(looks)('every page reads well in $locale, $colorScheme, at $viewport.width', async look => {
  const reader = await teammate(guichet, 'owner')
  const { page, complaints } = await visit(settings(), { ...reader.look, ...look })
  for (const name of PAGES) {
    await go(page, `/app/settings/${name}`)
    await settled(page)
    await readsWell(page, `settings ${name} ${nameOf(look)}`)
  }
  expect(complaints).toEqual([])
})

/** Until everything that was on its way is there. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect
    .poll(() => page.getByRole('status').filter({ hasText: '' }).and(page.locator('[aria-label]')).count())
    .toBe(0)
}
