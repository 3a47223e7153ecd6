import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drainEvents } from '../packages/server/test/support/happened.ts'
import { signedInAs } from '../packages/server/test/support/members.ts'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, chooseFiles, focused, pick, typeInto } from './support/keyboard.ts'
import { go, looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { api, origin } = guichet
const { adminId, name, look: own } = await teammate(guichet, 'owner')
const browse = await startBrowser()

const visit: typeof browse = (url, look) => browse(url, { ...own, ...look })

/** Somebody writes in, and nobody has answered yet. */
async function conversationFrom(name: string, body: string): Promise<string> {
  const contact = await api.post('/contacts', { role: 'user', name, email: `${Math.random()}@example.com` })
  const message = await api.post('/conversations', { from: { type: 'user', id: contact.body.id }, body })
  return message.body.conversation_id
}

const first = await conversationFrom('Inès Caron', 'Where is my <b>parcel</b>?')

for (const look of looks) {
  test(`the inbox reads well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await visit(`${origin}/app/inbox/all/${first}`, look)
    await page.getByRole('textbox', { name: /Your reply|Votre réponse/ }).waitFor()
    await readsWell(page, `conversation ${nameOf(look)}`)
    await go(page, '/app/inbox/all')
    await page.getByRole('link', { name: /Inès Caron/ }).waitFor()
    await readsWell(page, `inbox ${nameOf(look)}`)
    await go(page, '/app/inbox/all/new')
    const finder = page.getByRole('combobox', { name: /^(To|À)$/ })
    await typeInto(finder, 'inès')
    await page.getByRole('option', { name: /Inès Caron/ }).waitFor()
    await readsWell(page, `finding somebody ${nameOf(look)}`)
    await finder.press('Enter')
    await page.getByText(/Not by email|Pas par e-mail/).waitFor()
    await readsWell(page, `a new conversation ${nameOf(look)}`)
    expect(complaints).toEqual([])
  })
}

test('a conversation is found, answered and closed by keyboard alone', async () => {
  const id = await conversationFrom('Tomasz', 'Do you ship to Kraków?')
  const { page, complaints } = await visit(`${origin}/app/inbox/all`)
  await page.getByRole('link', { name: /Tomasz/ }).waitFor()
  await page.keyboard.press('j')
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  await page.keyboard.press('r')
  await expect.poll(() => isFocused(page, 'Your reply')).toBe(true)
  await page.keyboard.type('Yes, within a week.')
  await page.keyboard.press('Control+Shift+Enter')
  await expect.poll(async () => (await api.get(`/conversations/${id}`)).body.state).toBe('closed')
  const { body } = await api.get(`/conversations/${id}`)
  expect(bodiesOf(body)).toContain('<p>Yes, within a week.</p>')
  expect(complaints).toEqual([])
})

test('a reply can be taken back while its moment lasts, and is in the composer again', async () => {
  const id = await conversationFrom('Grace', 'Can I pay later?')
  const { page } = await visit(`${origin}/app/inbox/all/${id}`)
  const composer = page.getByRole('textbox', { name: 'Your reply' })
  await activate(composer)
  await page.keyboard.type('Never mind the invoice')
  await activate(page.getByRole('button', { name: 'Send', exact: true }))
  await page.getByText('Sending').waitFor()
  await activate(page.getByRole('button', { name: 'Undo' }))
  await expect.poll(() => composer.textContent()).toBe('Never mind the invoice')
  await expect.poll(() => page.getByText('Sending').count()).toBe(0)
  expect(bodiesOf((await api.get(`/conversations/${id}`)).body)).toEqual([])
})

test('what was begun is kept, apart for replies and notes', async () => {
  const id = await conversationFrom('Ruth', 'Radishes?')
  const { page } = await visit(`${origin}/app/inbox/all/${id}`)
  await activate(page.getByRole('textbox', { name: 'Your reply' }))
  await page.keyboard.type('half a repl')
  await activate(page.getByRole('button', { name: 'Note', exact: true }))
  await page.getByRole('textbox', { name: 'Your note' }).fill('half a note')
  await page.reload()
  await expect.poll(() => page.getByRole('textbox', { name: 'Your reply' }).textContent()).toBe('half a repl')
  await page.keyboard.press('n')
  await expect.poll(() => page.getByRole('textbox', { name: 'Your note' }).textContent()).toBe('half a note')
})

test('the editor comes, and leaves the focus where it is', async () => {
  const id = await conversationFrom('Yara', 'Do you ship bulbs?')
  const { page, complaints } = await visit(`${origin}/app/account`)
  const held = Promise.withResolvers<void>()
  await page.route('**/assets/composer-box-*.js', async route => {
    await held.promise
    await route.continue()
  })
  await go(page, `/app/inbox/all/${id}`)
  const toNote = page.getByRole('button', { name: 'Note', exact: true })
  await toNote.focus()
  held.resolve()
  await page.getByRole('button', { name: 'Attach files' }).waitFor()
  await focused(toNote)
  await page.keyboard.press('Enter')
  await typeInto(page.getByRole('textbox', { name: 'Your note' }), 'Not in winter.')
  expect(complaints).toEqual([])
})

test('a macro is put into a reply with what it asks for filled in, by keyboard alone', async () => {
  const write = await signedInAs(guichet, 'admin')
  const body =
    '<p>Hello {{user.first_name|fallback:"there"}} from {{user.city|fallback:"nowhere"}},</p><p><b>{{teammate.first_name}}</b></p>'
  await write.post('/app/api/macros', { name: 'Greeting', body })
  await write.post('/app/api/macros', { name: 'Goodbye', body: '<p>Goodbye</p>' })
  const id = await conversationFrom('Zoë Löwenherz', 'Anybody there?')
  const { page, complaints } = await visit(`${origin}/app/inbox/all/${id}`)
  const composer = page.getByRole('textbox', { name: 'Your reply' })
  await page.getByRole('combobox', { name: 'Insert a macro' }).waitFor()
  await page.keyboard.press('m')
  const macros = page.getByRole('combobox', { name: 'Find a macro' })
  await macros.waitFor()
  await isAccessible(page)
  await pick(macros, 'gree')
  const [first] = name.split(' ')
  await expect.poll(() => composer.textContent()).toBe(`Hello Zoë from nowhere,${first}`)
  await expect.poll(() => isFocused(page, 'Your reply')).toBe(true)
  await page.keyboard.type(' writes')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => bodiesOf((await api.get(`/conversations/${id}`)).body).at(-1))
    .toBe(`<p>Hello Zoë from nowhere,</p><p><strong>${first} writes</strong></p>`)
  expect(complaints).toEqual([])
})

test('a conversation is assigned, tagged and given a priority without the mouse', async () => {
  const id = await conversationFrom('Jonas', 'Mint takes over')
  const { page, complaints } = await visit(`${origin}/app/inbox/all/${id}`, {
    viewport: { width: 1440, height: 900 },
  })
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  await page.keyboard.press('a')
  await pick(page.getByRole('combobox', { name: 'Find a teammate' }), name)
  await page.getByText(`Assigned to ${name}`).waitFor()
  await expect.poll(() => page.getByRole('listbox').count()).toBe(0)
  await page.keyboard.press('p')
  await pick(page.getByRole('combobox', { name: 'Set the priority' }), 'urg')
  await expect.poll(async () => (await api.get(`/conversations/${id}`)).body.priority).toBe('urgent')
  await expect.poll(() => page.getByRole('listbox').count()).toBe(0)
  await page.keyboard.press('t')
  await pick(page.getByRole('combobox', { name: 'Find or create a tag' }), 'Plants')
  await expect
    .poll(async () => (await api.get(`/conversations/${id}`)).body.tags.tags[0]?.name)
    .toBe('Plants')
  const { body } = await api.get(`/conversations/${id}`)
  expect(body.admin_assignee_id).toBe(adminId)
  const nobody = { message_type: 'assignment', type: 'admin', assignee_id: '0' }
  await api.post(`/conversations/${id}/parts`, { ...nobody, admin_id: adminId })
  await drainEvents(guichet)
  await page.getByText(`${name} unassigned the conversation`).waitFor()
  expect(complaints).toEqual([])
})

test('files are attached and taken away again by keyboard', async () => {
  const id = await conversationFrom('Mina', 'Where do the beds go?')
  const { page, complaints } = await visit(`${origin}/app/inbox/all/${id}`)
  await activate(page.getByRole('button', { name: 'Note', exact: true }))
  const note = page.getByRole('textbox', { name: 'Your note' })
  const attach = page.getByRole('button', { name: 'Attach files' })
  await chooseFiles(attach, 'plan.txt', 'wrong.txt')
  await activate(page.getByRole('button', { name: 'Remove plan.txt' }))
  await focused(page.getByRole('button', { name: 'Remove wrong.txt' }))
  await page.keyboard.press('Enter')
  await focused(note)
  await chooseFiles(attach, 'plan.txt')
  await page.getByRole('button', { name: 'Remove plan.txt' }).waitFor()
  await note.press('Control+Enter')
  const files = async () =>
    (await api.get(`/conversations/${id}`)).body.conversation_parts.conversation_parts.flatMap(
      ({ attachments }: { attachments: { name: string }[] }) => attachments.map(each => each.name),
    )
  await expect.poll(files).toEqual(['plan.txt'])
  expect(complaints).toEqual([])
})

test('what others write shows as it happens, without a reload', async () => {
  const id = await conversationFrom('Amara', 'Chillies?')
  const { page, complaints } = await visit(`${origin}/app/inbox/all/${id}`)
  await Promise.all([page.waitForResponse(answer => answer.url().includes('/app/api/stream')), page.reload()])
  await page.getByText('Chillies?').last().waitFor()
  const note = { message_type: 'note', type: 'admin', admin_id: adminId, body: 'Somebody else wrote this' }
  await api.post(`/conversations/${id}/reply`, note)
  await drainEvents(guichet)
  // What is not told is asked for once a minute, for which nobody waits here: what comes came by the stream.
  await page.getByRole('listitem').getByText('Somebody else wrote this').last().waitFor()
  expect(complaints).toEqual([])
})

test('who may only read is offered nothing else, and nothing fails behind their back', async () => {
  const id = await conversationFrom('Elif', 'A roof in Pantin')
  const { look } = await teammate(guichet, 'light')
  const { page, complaints } = await browse(`${origin}/app/inbox/all/${id}`, look)
  await page.getByText('Your role lets you read conversations').waitFor()
  expect(await page.getByRole('button', { name: 'Close the conversation' }).count()).toBe(0)
  expect(await page.getByRole('textbox', { name: 'Your reply' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'New conversation' }).count()).toBe(0)
  await go(page, '/app/inbox/all/new')
  await page.getByText('There is nothing at this address').waitFor()
  expect(complaints).toEqual([])
})

test('hostile HTML is shown as what it says, and runs nothing', async () => {
  const id = await conversationFrom(
    '<img src=x onerror=alert(1)>',
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:window.hacked=1">press me</a> hello',
  )
  const { page } = await visit(`${origin}/app/inbox/all/${id}`)
  await page.getByText('press me').last().waitFor()
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
  expect(await page.evaluate('window.hacked')).toBeUndefined()
  await page.getByText('<img src=x onerror=alert(1)>').first().waitFor()
})

test('a reply that the server refuses comes back to the composer, and says why', async () => {
  const id = await conversationFrom('Lucie', 'Bonjour')
  const { page } = await visit(`${origin}/app/inbox/all/${id}`)
  await page.route('**/reply', route => route.abort())
  await activate(page.getByRole('textbox', { name: 'Your reply' }))
  await page.keyboard.type('On its way')
  await page.keyboard.press('Control+Enter')
  await page.getByText('The server cannot be reached').first().waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: 'Your reply' }).textContent()).toBe('On its way')
})

test('a link to a conversation that is gone says so', async () => {
  const { page } = await visit(`${origin}/app/inbox/all/999999`)
  await page.getByText('There is nothing at this address').waitFor()
  await isAccessible(page)
})

const bodiesOf = (conversation: { conversation_parts: { conversation_parts: { body: string }[] } }) =>
  conversation.conversation_parts.conversation_parts.map(({ body }) => body)

const isFocused = (page: Page, label: string): Promise<boolean> =>
  page.evaluate(`document.activeElement?.getAttribute('aria-label') === ${JSON.stringify(label)}`)
