import { expect, test } from 'vitest'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, focused, pick } from './support/keyboard.ts'

const guichet = await startApp()
const { api, origin } = guichet
const { name, adminId, look: own } = await teammate(guichet, 'owner')
const browse = await startBrowser()

const WIDE = { viewport: { width: 1440, height: 900 } }
const visit: typeof browse = (url, look) => browse(url, { ...own, ...WIDE, ...look })

async function conversationFrom(who: string, body: string): Promise<string> {
  const contact = await api.post('/contacts', {
    role: 'user',
    name: who,
    email: `${Math.random()}@example.com`,
  })
  const message = await api.post('/conversations', { from: { type: 'user', id: contact.body.id }, body })
  return message.body.conversation_id
}
const read = async (id: string) => (await api.get(`/conversations/${id}`)).body

test('several conversations are chosen with a key and a range, closed at once, and brought back', async () => {
  const ids: string[] = []
  for (const who of ['Amara', 'Bao', 'Chidi', 'Dina']) ids.push(await conversationFrom(who, 'Seeds?'))
  const states = async () => (await Promise.all(ids.map(read))).map(({ state }) => state)
  const { page, complaints } = await visit(`${origin}/app/inbox/all`)
  await page.getByRole('link', { name: /Dina/ }).waitFor()
  await page.keyboard.press('j')
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  await page.keyboard.press('x')
  await page.getByText('1 chosen', { exact: true }).waitFor()
  await page.getByRole('checkbox', { name: 'Choose Bao' }).press('Shift+Space')
  await page.getByText('3 chosen', { exact: true }).waitFor()
  await isAccessible(page)
  await activate(page.getByRole('button', { name: 'Close all of them' }))
  await page.getByText('3 conversations are closed').waitFor()
  expect((await states()).toSorted()).toEqual(['closed', 'closed', 'closed', 'open'])
  await activate(page.getByRole('button', { name: 'Undo' }))
  await expect.poll(states).toEqual(['open', 'open', 'open', 'open'])
  await page.getByRole('list', { name: 'All' }).getByRole('link', { name: /Dina/ }).waitFor()
  await page.keyboard.press('Shift+A')
  await page.getByText('4 chosen', { exact: true }).waitFor()
  await activate(page.getByRole('combobox', { name: 'Assign', exact: true }))
  await pick(page.getByRole('combobox', { name: 'Find a teammate or a team' }), name)
  await page.getByText(`4 assigned to ${name}`).waitFor()
  for (const id of ids) expect((await read(id)).admin_assignee_id).toBe(adminId)
  await activate(page.getByRole('button', { name: 'Undo' }).last())
  await expect.poll(async () => (await read(ids[0] ?? '')).admin_assignee_id).toBe(0)
  expect(complaints).toEqual([])
})

test('a filter is kept as a view with an order of its own, counted, changed, and given up', async () => {
  const id = await conversationFrom('Grace', 'It burns')
  await api.at('Preview').put(`/conversations/${id}`, { priority: 'urgent' })
  await conversationFrom('Ruth', 'No hurry')
  const { page, complaints } = await visit(`${origin}/app/inbox/all`)
  await page.getByRole('link', { name: /Ruth/ }).waitFor()
  await activate(page.getByRole('button', { name: 'New view' }))
  const dialog = page.getByRole('dialog', { name: 'New view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Fires')
  await activate(dialog.getByRole('combobox', { name: 'Add a filter' }))
  await pick(page.getByRole('combobox', { name: 'Find a field' }), 'Priority')
  await focused(dialog.getByRole('combobox', { name: /^Value/ }))
  await activate(dialog.getByRole('combobox', { name: /^Value/ }))
  await activate(page.getByRole('option', { name: 'Urgent' }))
  await isAccessible(page)
  await activate(dialog.getByRole('button', { name: 'Save' }))
  await page.waitForURL(/\/inbox\/view-\d+/)
  await page.getByRole('link', { name: /Grace/ }).waitFor()
  expect(await page.getByRole('link', { name: /Ruth/ }).count()).toBe(0)
  await page.getByRole('link', { name: 'Fires 1 open conversation' }).waitFor()
  await activate(page.getByRole('button', { name: 'Change the view' }))
  const change = page.getByRole('dialog', { name: 'Change the view' })
  expect(await change.getByRole('combobox', { name: /^Value/ }).textContent()).toContain('Urgent')
  await activate(change.getByRole('button', { name: 'Delete the view' }))
  await page.getByText('The view “Fires” is gone').waitFor()
  await expect.poll(() => page.getByRole('link', { name: /^Fires/ }).count()).toBe(0)
  await activate(page.getByRole('button', { name: 'Undo' }))
  await page.getByRole('link', { name: /^Fires/ }).waitFor()
  expect(complaints).toEqual([])
})

test('a list is put in another order from its head', async () => {
  const tag = (await api.post('/tags', { name: 'Ordered' })).body.id
  for (const [who, priority] of [
    ['Zoe First', 'high'],
    ['Yan Second', 'low'],
  ] as const) {
    guichet.clock.advance(60)
    const id = await conversationFrom(who, 'Which first?')
    await api.at('Preview').put(`/conversations/${id}`, { priority })
    await api.post(`/conversations/${id}/tags`, { id: tag, admin_id: adminId })
  }
  const { page } = await visit(`${origin}/app/inbox/all`)
  await activate(page.getByRole('link', { name: 'Ordered 2 open conversations' }))
  const rows = page.getByRole('list', { name: 'Ordered' }).getByRole('link')
  const first = async () => (await rows.first().textContent()) ?? ''
  await expect.poll(first).toContain('Yan Second')
  await activate(page.getByRole('button', { name: /^Which conversations/ }))
  await activate(page.getByRole('menuitem', { name: /^Order/ }))
  await activate(page.getByRole('menuitemradio', { name: 'Priority' }))
  await expect.poll(first).toContain('Zoe First')
})
