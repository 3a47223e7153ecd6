import { expect, test } from 'vitest'
import { buildConversation, manage, reply } from '../packages/server/test/support/conversations.ts'
import { buildTeam } from '../packages/server/test/support/factories.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, pick } from './support/keyboard.ts'
import { looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { api, origin, database, id: workspace_id } = guichet
const agent = await teammate(guichet, 'agent')
const light = await teammate(guichet, 'light')
const browse = await startBrowser()

// Two weeks of work that lie behind us: made now, and then told to have been earlier.
const care = await buildTeam(guichet, 'Plant care')
const orders = await buildTeam(guichet, 'Orders')
const { body: tag } = await api.post('/tags', { name: 'Wilting' })
const count = 14
for (let n = 0; n < count; n += 1) {
  const { id } = await buildConversation(guichet)
  await manage(guichet, id, { message_type: 'assignment', type: 'team', assignee_id: n % 3 ? care : orders })
  await reply(guichet, id, { body: 'Hello' })
  if (n % 2) await manage(guichet, id, { message_type: 'close' })
  if (n % 4 === 0) await api.post(`/conversations/${id}/tags`, { id: tag.id, admin_id: guichet.ownerId })
  await moveBack(Number(id), n)
}

/** Lets a conversation have been so many days earlier, whatever the time of day, with a first reply after a while of its own, and a rating. */
async function moveBack(id: number, n: number): Promise<void> {
  const now = guichet.clock.now()
  const today = now - (now % 86_400)
  const created_at = n === 0 ? Math.max(today, now - 3600) : today - n * 86_400 + 43_200 - n * 1800
  const closed = n % 2 ? created_at + 7200 : null
  await database.transaction(async tx => {
    await tx
      .updateTable('conversation_parts')
      .set({ created_at: created_at + 7200 })
      .where('workspace_id', '=', workspace_id)
      .where('conversation_id', '=', id)
      .execute()
    await tx
      .updateTable('conversations')
      .set({
        ...{ created_at, time_to_admin_reply: 120 + n * 60, last_close_at: closed },
        ...{ time_to_last_close: closed === null ? null : 7200, rating: n % 3 ? 5 : 2 },
        rating_requested_at: created_at + 7300,
      })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute()
  })
}

for (const look of looks)
  test(`reports read well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await browse(`${origin}/app/reports`, { ...agent.look, ...look })
    await page.getByRole('button', { name: /Plant care/ }).waitFor()
    await page.locator('.recharts-bar-rectangle').first().waitFor()
    await readsWell(page, `reports ${nameOf(look)}`)
    expect(complaints).toEqual([])
  })

test('a report is narrowed to a team and to days, and its address keeps that', async () => {
  const { page, complaints } = await browse(`${origin}/app/reports`, agent.look)
  const tile = (name: string) =>
    page.getByRole('region', { name: 'In short' }).getByRole('listitem').filter({ hasText: name })
  await expect.poll(() => tile('New').textContent()).toContain(String(count))
  await activate(page.getByRole('combobox', { name: 'All teams' }))
  await pick(page.getByRole('combobox', { name: 'Find: Team' }), 'plant')
  await page.getByRole('combobox', { name: 'Team: Plant care' }).waitFor()
  await expect.poll(() => tile('New').textContent()).toContain('9')
  await page.getByRole('button', { name: /Last 28 days/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Last 7 days' }).press('Enter')
  await expect.poll(() => tile('New').textContent()).toMatch(/New4/)
  expect(page.url()).toContain('period=week')
  await page.reload()
  await page.getByRole('button', { name: /Last 7 days/ }).waitFor()
  await expect.poll(() => tile('New').textContent()).toMatch(/New4/)
  await activate(page.getByRole('button', { name: 'Clear filters' }))
  await expect.poll(() => tile('New').textContent()).toMatch(/New7/)
  expect(complaints).toEqual([])
})

test('a picture is read as a table, walked by keyboard and kept as a file', async () => {
  const { page, complaints } = await browse(`${origin}/app/reports`, agent.look)
  const card = page.getByRole('region', { name: 'Volume', exact: true })
  const picture = card.getByRole('application')
  await picture.focus()
  await page.keyboard.press('ArrowRight')
  await card.getByText('Closed').nth(1).waitFor()
  await activate(card.getByRole('button', { name: 'As a table' }))
  await card.getByRole('columnheader', { name: 'New', exact: true }).waitFor()
  expect(await card.getByRole('row').count()).toBe(29)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    activate(card.getByRole('button', { name: 'Download as CSV' })),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk))
  const [head, ...rows] = Buffer.concat(chunks).toString('utf8').replace('\uFEFF', '').split('\r\n')
  expect(head).toBe('When,New,Closed,Open,"New, before"')
  expect(rows).toHaveLength(28)
  expect(rows.reduce((sum, row) => sum + Number(row.split(',')[1]), 0)).toBe(count)
  expect(complaints).toEqual([])
})

test('the hours of the week tell how many, or how long they wait', async () => {
  const { page } = await browse(`${origin}/app/reports`, agent.look)
  const card = page.getByRole('region', { name: 'Hours of the week' }).first()
  await card.getByRole('row', { name: /Monday/ }).waitFor()
  const told = await card.getByRole('cell').allTextContents()
  expect(told.reduce((sum, text) => sum + Number(text), 0)).toBe(count)
  await activate(card.getByRole('combobox', { name: 'By' }))
  await activate(page.getByRole('option', { name: 'How long they wait' }))
  await expect.poll(() => card.getByRole('cell', { name: /m$/ }).count()).toBeGreaterThan(3)
})

test('a time without anything says so, and a role that may not see reports is told', async () => {
  const { page } = await browse(`${origin}/app/reports?from=2020-01-01&to=2020-01-31`, agent.look)
  await page.getByText('Nothing in this time').waitFor()
  const other = await browse(`${origin}/app/reports`, light.look)
  await other.page.getByText('Your role does not allow this.').waitFor()
  expect(await other.page.getByRole('link', { name: 'Reports' }).count()).toBe(0)
})
