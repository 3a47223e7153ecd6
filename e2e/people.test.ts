import { pseudonymOf } from '@guichet/contract/pseudonym.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drainEvents } from '../packages/server/test/support/happened.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, choose, focused, pick, typeInto, unchoose } from './support/keyboard.ts'
import { go, looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { api, origin } = guichet
const { look: own } = await teammate(guichet, 'owner')
const light = await teammate(guichet, 'light')
const browse = await startBrowser()

const visit: typeof browse = (url, look) => browse(url, { ...own, ...look })

const person = async (fields: object) => (await api.post('/contacts', { role: 'user', ...fields })).body

await api.post('/data_attributes', { name: 'seats', model: 'contact', data_type: 'integer' })
const ines = await person({
  name: 'Inès Caron',
  email: 'ines@garden.example',
  custom_attributes: { seats: 12 },
})
const tomasz = await person({
  name: 'Tomasz Nowak',
  email: 'tomasz@garden.example',
  custom_attributes: { seats: 2 },
})
await person({ role: 'lead', name: 'Grace Passing', email: 'grace@elsewhere.example' })
const company = (await api.post('/companies', { company_id: 'garden-1', name: 'Garden & Sons', plan: 'Pro' }))
  .body
await api.post(`/contacts/${ines.id}/companies`, { id: company.id })
const type = (await api.post('/ticket_types', { name: 'Return', category: 'Customer' })).body
const ticket = (
  await api.post('/tickets', {
    ticket_type_id: type.id,
    contacts: [{ id: ines.id }],
    ticket_attributes: { _default_title_: 'Broken spade', _default_description_: 'It snapped.' },
  })
).body

const shelved = await person({ name: 'Sigrid Moved', email: 'sigrid@garden.example' })
await api.post(`/contacts/${shelved.id}/archive`, {})

const places = [
  ['contacts', '/contacts', /Tomasz Nowak/],
  ['a contact', `/contacts/${ines.id}`, /Broken spade/],
  ['archived contacts', '/contacts?archived=true', /Sigrid Moved/],
  ['companies', '/companies', /Garden & Sons/],
  ['a company', `/companies/${company.id}`, /Inès Caron/],
  ['tickets', '/tickets', /Broken spade/],
  ['tickets as a board', '/tickets?board=true', /Broken spade/],
] as const

for (const look of looks)
  test(`contacts, companies and tickets read well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await visit(`${origin}/app/contacts`, look)
    for (const [name, path, shows] of places) {
      await go(page, `/app${path}`)
      await page.getByRole('link', { name: shows }).first().waitFor()
      await readsWell(page, `${name} ${nameOf(look)}`)
    }
    await go(page, `/app/contacts/${shelved.id}`)
    await page.getByRole('button', { name: /^(Bring back|Rétablir)$/ }).waitFor()
    await readsWell(page, `an archived contact ${nameOf(look)}`)
    await go(page, `/app/contacts/${ines.id}`)
    const menu = page.getByRole('button', { name: /^(More|Plus)$/ })
    await menu.click()
    await page.getByRole('menuitem', { name: /^(Merge with|Fusionner avec)/ }).waitFor()
    await readsWell(page, `what becomes of a contact ${nameOf(look)}`)
    await page.getByRole('menuitem', { name: /^(Merge with|Fusionner avec)/ }).click()
    await pick(page.getByRole('combobox', { name: /^(Find a lead|Trouver un prospect)/ }), 'Grace')
    await page.getByRole('checkbox', { name: /^(They are|C’est) / }).check()
    await page
      .getByText(/grace@elsewhere/)
      .last()
      .waitFor()
    await page.getByText(/^(What moves|Ce qui passe)/).waitFor()
    await readsWell(page, `merging contacts ${nameOf(look)}`)
    await page.keyboard.press('Escape')
    await activate(menu)
    await page.getByRole('menuitem', { name: /^(Delete|Supprimer)/ }).click()
    await page.getByRole('dialog', { name: /Inès Caron/ }).waitFor()
    await readsWell(page, `deleting a contact ${nameOf(look)}`)
    expect(complaints).toEqual([])
  })

test('somebody is found by a part of their name, and their page is gone to by keyboard', async () => {
  const { page, complaints } = await visit(`${origin}/app/contacts`)
  await page.getByRole('link', { name: 'Inès Caron' }).waitFor()
  await page.getByRole('searchbox', { name: 'Find by name or email' }).fill('nowak')
  await expect.poll(() => page.getByRole('link', { name: 'Inès Caron' }).count()).toBe(0)
  await page.getByText('1 contact', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Tomasz Nowak' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Tomasz Nowak', level: 1 }).waitFor()
  await page.goBack()
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('nowak')
  expect(complaints).toEqual([])
})

test('contacts are narrowed by an attribute of the workspace, and the filter is kept as a segment', async () => {
  const { page, complaints } = await visit(`${origin}/app/contacts`)
  await narrow(page, 'seats')
  const value = page.getByRole('spinbutton', { name: /^Value/ })
  await focused(value)
  await activate(page.getByRole('combobox', { name: /^How to compare/ }))
  await activate(page.getByRole('option', { name: 'is more than' }))
  await value.fill('5')
  await page.getByText('1 contact', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Inès Caron' }).waitFor()
  await activate(page.getByRole('button', { name: 'Save as a segment' }))
  await page.getByRole('textbox', { name: 'Name' }).fill('Large gardens')
  await activate(page.getByRole('button', { name: 'Save', exact: true }))
  await page.getByText('“Large gardens” is saved').waitFor()
  const { body } = await api.get(`/contacts/${ines.id}/segments`)
  expect(body.data.map((each: { name: string }) => each.name)).toEqual(['Large gardens'])
  expect((await api.get(`/contacts/${tomasz.id}/segments`)).body.data).toEqual([])
  expect(complaints).toEqual([])
})

test('the focus goes along with filters that come and go', async () => {
  const { page, complaints } = await visit(`${origin}/app/contacts`)
  await narrow(page, 'seats')
  await typeInto(page.getByRole('spinbutton', { name: 'Value: seats' }), '12')
  await page.getByText('1 contact', { exact: true }).waitFor()
  await narrow(page, 'last seen')
  await focused(page.getByRole('spinbutton', { name: 'Value: Last seen' }))
  await narrow(page, 'email')
  await focused(page.getByRole('textbox', { name: 'Value: Email' }))
  const removal = (field: string) => page.getByRole('button', { name: `Remove the filter: ${field}` })
  await activate(removal('seats'))
  await focused(removal('Last seen'))
  await activate(removal('Email'))
  await focused(removal('Last seen'))
  await page.keyboard.press('Enter')
  await focused(page.getByRole('combobox', { name: 'Add a filter' }))
  await page.getByText('3 contacts', { exact: true }).waitFor()
  await page.getByRole('searchbox', { name: 'Find by name or email' }).fill('nobody of that name')
  await activate(page.getByRole('button', { name: 'Clear the filters' }))
  await focused(page.getByRole('combobox', { name: 'Add a filter' }))
  await page.getByText('3 contacts', { exact: true }).waitFor()
  expect(await page.getByRole('searchbox', { name: 'Find by name or email' }).inputValue()).toBe('')
  expect(complaints).toEqual([])
})

test('several contacts are tagged at once, and that is undone', async () => {
  const { page, complaints } = await visit(`${origin}/app/contacts`)
  await choose(page.getByRole('checkbox', { name: 'Choose Inès Caron' }))
  await choose(page.getByRole('checkbox', { name: 'Choose Tomasz Nowak' }))
  await activate(page.getByRole('combobox', { name: 'Tag', exact: true }))
  await pick(page.getByRole('combobox', { name: 'Find or create a tag' }), 'Gardeners')
  const tagsOf = async (id: string) =>
    (await api.get(`/contacts/${id}/tags`)).body.data.map((each: { name: string }) => each.name)
  await expect.poll(() => tagsOf(ines.id)).toEqual(['Gardeners'])
  await expect.poll(() => tagsOf(tomasz.id)).toEqual(['Gardeners'])
  await activate(page.getByRole('button', { name: 'Undo' }))
  await expect.poll(() => tagsOf(ines.id)).toEqual([])
  expect(complaints).toEqual([])
})

test('the columns one has chosen stay in the browser', async () => {
  const { page } = await visit(`${origin}/app/contacts`)
  await activate(page.getByRole('button', { name: 'Columns' }))
  await choose(page.getByRole('checkbox', { name: 'seats' }))
  await unchoose(page.getByRole('checkbox', { name: 'Email', exact: true }))
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('columnheader', { name: 'seats' }).waitFor()
  expect(await page.getByRole('columnheader', { name: 'Email' }).count()).toBe(0)
  await page.getByRole('cell', { name: '12', exact: true }).waitFor()
})

test('what is known of somebody is changed where it stands', async () => {
  const { page, complaints } = await visit(`${origin}/app/contacts/${tomasz.id}`)
  await activate(page.getByRole('button', { name: /^Phone: / }))
  await typeInto(page.getByRole('textbox', { name: 'Phone' }), '+48 123 456 789')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await api.get(`/contacts/${tomasz.id}`)).body.phone).toBe('+48 123 456 789')
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Prefers tulips')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Prefers tulips').last().waitFor()
  await expect.poll(async () => (await api.get(`/contacts/${tomasz.id}/notes`)).body.total_count).toBe(1)
  expect(complaints).toEqual([])
})

test('a ticket is moved by keyboard, by the menu and by dragging', async () => {
  const { page, complaints } = await visit(`${origin}/app/tickets?board=true`)
  const stateOf = async () => (await api.get(`/tickets/${ticket.id}`)).body.ticket_state.category
  const lane = (name: string) => page.getByRole('list', { name }).getByRole('link', { name: /Broken spade/ })
  await lane('Submitted').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(stateOf).toBe('in_progress')
  await lane('In progress').waitFor()
  await activate(page.getByRole('button', { name: 'Move “Broken spade”' }))
  await activate(page.getByRole('menuitem', { name: 'Resolved' }))
  await expect.poll(stateOf).toBe('resolved')
  await lane('Resolved').dragTo(page.getByRole('region', { name: 'Submitted' }))
  await expect.poll(stateOf).toBe('submitted')
  expect(complaints).toEqual([])
})

test('tickets are narrowed by their type, and one opens where conversations are read', async () => {
  const { page, complaints } = await visit(`${origin}/app/tickets`)
  await narrow(page, 'type')
  await focused(page.getByRole('combobox', { name: /^Value/ }))
  await page.getByText('1 ticket', { exact: true }).waitFor()
  await activate(page.getByRole('link', { name: /Broken spade/ }))
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  expect(complaints).toEqual([])
})

test('a company shows its people, and is tagged', async () => {
  const { page, complaints } = await visit(`${origin}/app/companies`)
  await activate(page.getByRole('link', { name: 'Garden & Sons' }))
  await page
    .getByRole('list', { name: 'People' })
    .getByRole('link', { name: /Inès Caron/ })
    .waitFor()
  await activate(page.getByRole('combobox', { name: 'Tag', exact: true }))
  await pick(page.getByRole('combobox', { name: 'Find or create a tag' }), 'Wholesale')
  await page.getByRole('button', { name: 'Remove Wholesale' }).waitFor()
  await activate(page.getByRole('button', { name: /^Industry: / }))
  await typeInto(page.getByRole('textbox', { name: 'Industry' }), 'Horticulture')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await api.get(`/companies/${company.id}`)).body.industry)
    .toBe('Horticulture')
  expect(complaints).toEqual([])
})

test('what is shown is kept as a file, in which nothing is a formula', async () => {
  await person({ name: '=HYPERLINK("http://evil.example")', email: 'evil@evil.example' })
  const { page } = await visit(`${origin}/app/contacts?find=evil`)
  await page.getByText('1 contact', { exact: true }).waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    activate(page.getByRole('button', { name: 'Export as CSV' })),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk))
  const [head, row] = Buffer.concat(chunks).toString('utf8').split('\r\n')
  expect(head).toContain('Name,Email')
  expect(row).toContain(`"'=HYPERLINK(""http://evil.example"")",evil@evil.example`)
})

test('whoever may only read writes notes, and changes nothing else here', async () => {
  const { page, complaints } = await browse(`${origin}/app/contacts`, light.look)
  await activate(page.getByRole('link', { name: 'Inès Caron' }))
  await page.getByRole('heading', { name: 'Inès Caron', level: 1 }).waitFor()
  await page.getByText('ines@garden.example').first().waitFor()
  expect(await page.getByRole('button', { name: /^Email: / }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'More', exact: true }).count()).toBe(0)
  expect(await page.getByRole('combobox', { name: 'Tag', exact: true }).count()).toBe(0)
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Rang twice')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await api.get(`/contacts/${ines.id}/notes`)).body.total_count).toBe(1)
  await page.goto(`${origin}/app/contacts`)
  await page.getByRole('link', { name: 'Inès Caron' }).waitFor()
  expect(await page.getByRole('checkbox').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('somebody who told neither a name nor an address is called by a name that stays, and that nobody wrote down', async () => {
  const nameless = await person({ role: 'lead' })
  const { body: begun } = await api.post('/conversations', {
    ...{ from: { type: 'lead', id: nameless.id }, body: 'Do you ship to Lyon?' },
  })
  for (const language of ['en', 'fr'] as const) {
    const called = pseudonymOf(nameless.id, language)
    const { page } = await visit(`${origin}/app/contacts`, { locale: language === 'en' ? 'en-GB' : 'fr-FR' })
    await activate(page.getByRole('link', { name: called }))
    await page.getByRole('heading', { name: called }).waitFor()
    await page.goto(`${origin}/app/conversations/${begun.conversation_id}`)
    await page.getByText(called).first().waitFor()
    await page.context().close()
  }
  expect((await api.get(`/contacts/${nameless.id}`)).body.name).toBeNull()
})

test('somebody is archived, brought back, merged and deleted from their page', async () => {
  const oskar = await person({ name: 'Oskar Leaf', email: 'oskar@garden.example' })
  const lead = await person({ role: 'lead', name: 'Oskar Passing', email: 'oskar@elsewhere.example' })
  await api.post(`/contacts/${lead.id}/notes`, { body: 'Likes ferns' })
  const { page, complaints } = await visit(`${origin}/app/contacts/${oskar.id}`)
  const menu = page.getByRole('button', { name: 'More', exact: true })
  const choosing = async (name: string) => {
    await activate(menu)
    await activate(page.getByRole('menuitem', { name }))
  }
  const notice = page.getByRole('region', { name: 'Archived' })
  const listed = async () =>
    (await api.post('/contacts/search', { query: { field: 'id', operator: '=', value: oskar.id } })).body
      .total_count

  await choosing('Archive')
  await notice.waitFor()
  await expect.poll(listed).toBe(0)
  await activate(page.getByRole('button', { name: 'Undo' }))
  await notice.waitFor({ state: 'detached' })
  await focused(menu)
  await expect.poll(listed).toBe(1)

  await choosing('Archive')
  await notice.waitFor()
  await expect.poll(listed).toBe(0)
  await activate(page.getByRole('link', { name: 'Back to the contacts' }))
  await page.getByRole('link', { name: 'Inès Caron' }).waitFor()
  expect(await page.getByRole('link', { name: 'Oskar Leaf' }).count()).toBe(0)
  await activate(page.getByRole('button', { name: 'Show archived people' }))
  await activate(page.getByRole('link', { name: 'Oskar Leaf Archived' }))
  await activate(page.getByRole('button', { name: 'Bring back' }))
  await notice.waitFor({ state: 'detached' })
  await focused(menu)
  await expect.poll(listed).toBe(1)

  await choosing('Merge with another person')
  await pick(page.getByRole('combobox', { name: 'Find a lead by name or address' }), 'Oskar Passing')
  await page.getByText(/They have no email, phone or external ID in common/).waitFor()
  await choose(page.getByRole('checkbox', { name: /^They are the same person/ }))
  await page.getByText('1 note', { exact: true }).waitFor()
  await activate(page.getByRole('button', { name: 'Merge for ever' }))
  await page.getByText('Likes ferns').waitFor()
  await focused(menu)
  expect((await api.get(`/contacts/${lead.id}`)).status).toBe(410)

  await choosing('Delete for ever')
  const asked = page.getByRole('dialog', { name: 'Delete Oskar Leaf for ever?' })
  await activate(asked.getByRole('button', { name: 'Delete for ever' }))
  await page.getByRole('heading', { name: 'Contacts', level: 1 }).waitFor()
  await focused(page.locator('#content'))
  expect((await api.get(`/contacts/${oskar.id}`)).status).toBe(404)
  expect(complaints).toEqual([])
})

test('a lead becomes part of a user from their own page, which leads on ever after', async () => {
  const user = await person({ name: 'Mara Quill', email: 'mara@garden.example' })
  const lead = await person({ role: 'lead', name: 'Mara', email: 'mara@garden.example' })
  const { page } = await visit(`${origin}/app/contacts/${lead.id}`)
  await activate(page.getByRole('button', { name: 'More', exact: true }))
  await activate(page.getByRole('menuitem', { name: 'Merge with another person' }))
  const finder = page.getByRole('combobox', { name: 'Find a user by name or address' })
  await typeInto(finder, 'Mara')
  await page.getByRole('option', { name: /Mara Quill/ }).waitFor()
  await finder.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'detached' })
  await finder.fill('')
  await pick(finder, 'Mara Quill')
  await page.getByText('Name: Mara', { exact: true }).waitFor()
  await activate(page.getByRole('button', { name: 'Merge for ever' }))
  await page.getByRole('heading', { name: 'Mara Quill', level: 1 }).waitFor()
  await page.goto(`${origin}/app/contacts/${lead.id}`)
  await page.getByText('This person was merged').waitFor()
  await readsWell(page, 'a contact that was merged away')
  await activate(page.getByRole('link', { name: 'To Mara Quill' }))
  await page.getByRole('heading', { name: 'Mara Quill', level: 1 }).waitFor()
  await api.delete(`/contacts/${user.id}`)
  await page.reload()
  await page.getByText('This person is not here').waitFor()
  await activate(page.getByRole('link', { name: 'To the contacts' }))
  await page.getByRole('link', { name: 'Inès Caron' }).waitFor()
})

test('whoever is blocked is shown as that, and cannot be brought back', async () => {
  const pest = await person({ name: 'Pest Control', email: 'pest@garden.example' })
  const { page, complaints } = await visit(`${origin}/app/contacts/${pest.id}`)
  const menu = page.getByRole('button', { name: 'More', exact: true })
  await activate(menu)
  await activate(page.getByRole('menuitem', { name: 'Block' }))
  const asked = page.getByRole('dialog', { name: 'Block Pest Control?' })
  await activate(asked.getByRole('button', { name: 'Block' }))
  await page.getByRole('region', { name: 'Blocked' }).waitFor()
  expect(await page.getByRole('button', { name: 'Bring back' }).count()).toBe(0)
  await focused(menu)
  await go(page, '/app/contacts?archived=true')
  await page.getByRole('link', { name: 'Pest Control Blocked' }).waitFor()
  expect(complaints).toEqual([])
})

test('what happens while a page is still on its way shows too', async () => {
  const { id } = await person({ name: 'Before', email: 'renamed@garden.example' })
  const held = Promise.withResolvers<void>()
  const { page, complaints } = await visit('about:blank')
  await page.route('**/app/api/stream*', async route => {
    await held.promise
    await route.continue()
  })
  await page.goto(`${origin}/app/contacts/${id}`)
  await page.getByRole('heading', { name: 'Before', level: 1 }).waitFor()
  await api.put(`/contacts/${id}`, { name: 'After' })
  await drainEvents(guichet)
  held.resolve()
  await page.getByRole('heading', { name: 'After', level: 1 }).waitFor()
  expect(complaints).toEqual([])
})

/** Adds a filter on the field that some words find. */
async function narrow(page: Page, words: string): Promise<void> {
  await activate(page.getByRole('combobox', { name: 'Add a filter' }))
  await pick(page.getByRole('combobox', { name: 'Find a field' }), words)
}
