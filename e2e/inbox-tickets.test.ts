import { expect, test } from 'vitest'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, pick, typeInto } from './support/keyboard.ts'

const guichet = await startApp()
const { api, origin } = guichet
const { look: own } = await teammate(guichet, 'owner')
const browse = await startBrowser()

const WIDE = { viewport: { width: 1440, height: 900 } }
const visit: typeof browse = (url, look) => browse(url, { ...own, ...WIDE, ...look })

const type = (await api.post('/ticket_types', { name: 'Return', category: 'Customer' })).body
for (const attribute of [
  { name: 'Order number', data_type: 'string', required_to_create: true },
  { name: 'Reason', data_type: 'list', list_items: 'Broken,Too late' },
])
  await api.post(`/ticket_types/${type.id}/attributes`, { description: '', ...attribute })
const tracker = (await api.post('/ticket_types', { name: 'Incident', category: 'Tracker' })).body

async function conversationFrom(name: string, body: string): Promise<string> {
  const contact = await api.post('/contacts', { role: 'user', name, email: `${Math.random()}@example.com` })
  const message = await api.post('/conversations', { from: { type: 'user', id: contact.body.id }, body })
  return message.body.conversation_id
}
const ticketOf = async (id: string) => (await api.get(`/tickets/${id}`)).body

test('a conversation is made a ticket by keyboard, and its state and attributes are changed where they stand', async () => {
  const id = await conversationFrom('Inès Caron', 'The spade snapped')
  const { page, complaints } = await visit(`${origin}/app/inbox/all/${id}`)
  await page.getByRole('button', { name: 'Make it a ticket' }).waitFor()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Make it a ticket' })
  await dialog.getByRole('textbox', { name: 'Title' }).waitFor()
  expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('The spade snapped')
  await activate(dialog.getByRole('combobox', { name: 'Type' }))
  await activate(page.getByRole('option', { name: 'Return' }))
  await activate(dialog.getByRole('button', { name: 'Make the ticket' }))
  await dialog.getByRole('alert').getByText('Missing required ticket attributes').waitFor()
  await dialog.getByRole('textbox', { name: 'Order number' }).fill('A-17')
  await page.keyboard.press('Enter')
  await page.getByText(/^Ticket #\d+ is made$/).waitFor()
  expect((await ticketOf(id)).ticket_attributes).toMatchObject({
    ...{ _default_title_: 'The spade snapped', 'Order number': 'A-17' },
  })
  await page.getByRole('combobox', { name: /^State: / }).waitFor()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('s')
  await pick(page.getByRole('combobox', { name: 'Find a state' }), 'Resol')
  await expect.poll(async () => (await ticketOf(id)).ticket_state.category).toBe('resolved')
  await activate(page.getByRole('combobox', { name: /^Reason: / }))
  await pick(page.getByRole('combobox', { name: 'Find a value' }), 'Broken')
  await expect.poll(async () => (await ticketOf(id)).ticket_attributes.Reason).toBe('Broken')
  await activate(page.getByRole('button', { name: /^Order number: A-17/ }))
  await typeInto(page.getByRole('textbox', { name: 'Order number' }), 'A-18')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await ticketOf(id)).ticket_attributes['Order number']).toBe('A-18')
  await isAccessible(page)
  expect(complaints.filter(each => !each.includes('400'))).toEqual([])
})

test('a conversation is linked to the tracker of its problem, found there again, and unlinked', async () => {
  const reporter = await api.post('/contacts', { role: 'user', email: 'reporter@example.com' })
  const problem = (
    await api.post('/tickets', {
      ticket_type_id: tracker.id,
      contacts: [{ id: reporter.body.id }],
      ticket_attributes: { _default_title_: 'Checkout is down' },
    })
  ).body
  const id = await conversationFrom('Tomasz', 'I cannot pay')
  const { page, complaints } = await visit(`${origin}/app/inbox/all/${id}`)
  await activate(page.getByRole('combobox', { name: 'Link to a tracker' }))
  await page.getByRole('combobox', { name: 'Find a tracker' }).fill('Checkout')
  await activate(page.getByRole('option', { name: /Checkout is down/ }))
  await page.getByText('Linked to “Checkout is down”').waitFor()
  const linkedTo = async () =>
    (await ticketOf(problem.id)).linked_objects.data.map((linked: { id: string }) => linked.id)
  expect(await linkedTo()).toEqual([id])
  await activate(page.getByRole('list', { name: 'Linked tickets and conversations' }).getByRole('link'))
  await page.waitForURL(new RegExp(`/inbox/all/${problem.id}$`))
  await page.getByRole('link', { name: 'I cannot pay', exact: true }).waitFor()
  await activate(page.getByRole('button', { name: 'Unlink' }))
  await expect.poll(linkedTo).toEqual([])
  expect(complaints).toEqual([])
})

test('who may only read sees the ticket and changes nothing', async () => {
  const id = await conversationFrom('Elif', 'A roof in Pantin')
  await api.post(`/conversations/${id}/convert`, {
    ...{ ticket_type_id: type.id, attributes: { 'Order number': 'B-1' } },
  })
  const light = await teammate(guichet, 'light')
  const { page, complaints } = await browse(`${origin}/app/inbox/all/${id}`, { ...light.look, ...WIDE })
  await page.getByText('B-1').waitFor()
  for (const role of ['button', 'combobox'] as const)
    expect(await page.getByRole(role, { name: /^(State|Order number|Priority)/ }).count()).toBe(0)
  expect(complaints).toEqual([])
})
