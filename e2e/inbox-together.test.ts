import { expect, test } from 'vitest'
import { answerAside } from '../packages/server/src/domain/side-conversation/index.ts'
import { acting } from '../packages/server/test/support/acting.ts'
import { drainEvents } from '../packages/server/test/support/happened.ts'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, choose, focused, pick, typeInto } from './support/keyboard.ts'
import { panelOf, write } from './support/messenger.ts'

const guichet = await startApp()
const { api, origin } = guichet
const ada = await teammate(guichet, 'owner')
const bo = await teammate(guichet, 'agent')
const browse = await startBrowser()

const WIDE = { viewport: { width: 1440, height: 900 } }
/** Opens a page, and waits until it hears of what others do. */
async function visit(who: typeof ada, path: string) {
  const { page, complaints } = await browse(`${origin}/app/sign-in`, { ...who.look, ...WIDE })
  const streaming = page.waitForResponse(answer => answer.url().includes('/app/api/stream'))
  await Promise.all([streaming, page.goto(`${origin}/app${path}`)])
  return { page, complaints }
}

async function conversationFrom(name: string, body: string): Promise<string> {
  const contact = await api.post('/contacts', { role: 'user', name, email: `${Math.random()}@example.com` })
  const message = await api.post('/conversations', { from: { type: 'user', id: contact.body.id }, body })
  return message.body.conversation_id
}
/** Somebody outside answers the side conversation of a conversation by mail. */
async function answerFrom(address: string, id: string): Promise<void> {
  const { body } = await api.at('2.16').get(`/conversations/${id}/side_conversations`)
  const aside = { id: Number(body.side_conversations[0].side_conversation_id), conversationId: Number(id) }
  const words = { body: '<p>Three are left</p>', attachments: [] }
  const from = { address, name: 'Depot Nord' }
  await guichet.database.transaction(tx =>
    answerAside(tx, acting(guichet, guichet), {
      ...{ aside, from, ...words },
      ...{ others: [], proven: false, key: Buffer.alloc(32) },
    }),
  )
  await drainEvents(guichet)
}

const read = async (id: string) => (await api.get(`/conversations/${id}`)).body
const partsOf = async (id: string): Promise<{ part_type: string; body: string }[]> =>
  (await read(id)).conversation_parts.conversation_parts

test('two who look at the same conversation see each other, and are warned before both answer', async () => {
  const id = await conversationFrom('Inès Caron', 'Is anybody there?')
  const first = await visit(ada, `/inbox/all/${id}`)
  await first.page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  const second = await visit(bo, `/inbox/all/${id}`)
  await first.page.getByText(`${bo.name} looks at it too`).waitFor({ state: 'attached' })
  await second.page.getByText(`${ada.name} looks at it too`).waitFor({ state: 'attached' })
  await activate(second.page.getByRole('textbox', { name: 'Your reply' }))
  await second.page.keyboard.type('I have got this')
  await first.page.getByText(`${bo.name} is replying right now`).waitFor()
  await isAccessible(first.page)
  await activate(first.page.getByRole('textbox', { name: 'Your reply' }))
  await first.page.keyboard.type('So have I')
  await api.post(`/conversations/${id}/reply`, {
    ...{ message_type: 'comment', type: 'admin', admin_id: bo.adminId, body: 'Yes, we are' },
  })
  await drainEvents(guichet)
  await first.page.getByText(new RegExp(`^${bo.name} replied at .*, after you began to write$`)).waitFor()
  await second.page.close()
  expect(first.complaints).toEqual([])
})

test('a colleague is mentioned in a note by keyboard, and finds it until they have looked', async () => {
  const id = await conversationFrom('Tomasz', 'A hard question')
  const { page, complaints } = await visit(ada, `/inbox/all/${id}`)
  const theirs = await visit(bo, '/inbox/mine')
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Your note' }).waitFor()
  await page.keyboard.type(`Please look @${bo.name.slice(0, 4)}`)
  await page.getByRole('option', { name: bo.name }).waitFor()
  await isAccessible(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('thanks')
  await page.keyboard.press('Control+Enter')
  await expect
    .poll(async () => (await partsOf(id)).at(-1)?.body ?? '')
    .toContain(`data-mention="${bo.adminId}"`)
  await drainEvents(guichet)
  const mentions = theirs.page.getByRole('link', { name: 'Mentions 1 conversation not looked at' })
  await mentions.waitFor()
  await theirs.page.getByText(`${ada.name} mentioned you in a note`).first().waitFor()
  await theirs.page.getByRole('link', { name: 'Read it' }).focus()
  await theirs.page.keyboard.press('Enter')
  await theirs.page.waitForURL(new RegExp(`/inbox/all/${id}\\?part=\\d+$`))
  await theirs.page.getByRole('listitem').getByText(`@${bo.name}`, { exact: true }).waitFor()
  await expect
    .poll(() => theirs.page.evaluate<string>('document.activeElement.textContent'))
    .toContain(`Please look @${bo.name}`)
  await expect.poll(() => mentions.count()).toBe(0)
  expect([...complaints, ...theirs.complaints]).toEqual([])
})

test('a customer is written to first from their page, sees it in the messenger and answers', async () => {
  const user = { user_id: 'written-first', name: 'Lucie Blanc', email: 'lucie@example.com' }
  const customer = await browse(`${origin}/demo?app=${guichet.id}`)
  await customer.page.evaluate(`Intercom('update', ${JSON.stringify(user)})`)
  const query = { field: 'external_id', operator: '=', value: user.user_id }
  const find = async () => (await api.post('/contacts/search', { query })).body.data[0]?.id
  await expect.poll(find).toBeDefined()
  const id = await find()
  const { page, complaints } = await visit(bo, `/contacts/${id}`)
  await page.getByRole('heading', { name: 'Lucie Blanc', level: 1 }).waitFor()
  await page.keyboard.press('Shift+C')
  const words = page.getByRole('textbox', { name: 'Your message' })
  await focused(words)
  await words.press('Control+Enter')
  await page.getByRole('alert').getByText('Write something first').waitFor()
  await typeInto(words, 'Your spade is here')
  await api.post(`/contacts/${id}/archive`)
  await words.press('Control+Enter')
  await page.getByRole('alert').getByText('This person is archived').waitFor()
  await api.post(`/contacts/${id}/unarchive`)
  // What was begun stays with the person it is to.
  await page.reload()
  await focused(words)
  await expect.poll(() => words.textContent()).toBe('Your spade is here')
  await words.press('Control+Enter')
  await page.waitForURL(/\/inbox\/mine\/\d+$/)
  await page.getByRole('article', { name: 'Lucie Blanc' }).getByText('Your spade is here').waitFor()
  await page.getByText('took the conversation').waitFor()
  await drainEvents(guichet)
  await customer.page.getByRole('button', { name: 'Open the messenger (1 unread)' }).waitFor()
  await activate(customer.page.getByRole('button', { name: /Your spade is here/ }))
  const panel = await panelOf(customer.page)
  await panel.getByRole('log').getByText('Your spade is here').waitFor()
  await write(panel, 'I will fetch it')
  const begun = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await expect.poll(async () => (await partsOf(begun)).at(-1)?.body ?? '').toContain('I will fetch it')
  await drainEvents(guichet)
  await page.getByRole('article', { name: 'Lucie Blanc' }).getByText('I will fetch it').waitFor()
  expect(customer.complaints).toEqual([])
  expect(complaints.filter(each => !each.includes('409'))).toEqual([])
})

test('a message is removed for good, once that was asked', async () => {
  const id = await conversationFrom('Ruth', 'My card is 4111 1111 1111 1111')
  const { page, complaints } = await visit(ada, `/inbox/all/${id}`)
  await page.getByRole('button', { name: 'Remove the message of Ruth' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Remove this message?' })
  await activate(dialog.getByRole('button', { name: 'Remove the message' }))
  await page.getByText('This was removed.').waitFor()
  const { source } = await read(id)
  expect([source.redacted, source.body.includes('4111')]).toEqual([true, false])
  expect(complaints).toEqual([])
})

test('a conversation is merged into another of the same person, which opens', async () => {
  const contact = await api.post('/contacts', { role: 'user', name: 'Grace', email: 'grace@example.com' })
  const write = async (body: string) =>
    (await api.post('/conversations', { from: { type: 'user', id: contact.body.id }, body })).body
      .conversation_id
  const [kept, merged] = [await write('Where is my order?'), await write('Hello? My order?')]
  const { page, complaints } = await visit(ada, `/inbox/all/${merged}`)
  await activate(page.getByRole('button', { name: 'More actions' }))
  await activate(page.getByRole('menuitem', { name: 'Merge into another conversation' }))
  const dialog = page.getByRole('dialog', { name: 'Merge into another conversation' })
  await choose(dialog.getByRole('radio', { name: /Where is my order/ }))
  await isAccessible(page)
  await activate(dialog.getByRole('button', { name: 'Merge', exact: true }))
  await page.waitForURL(new RegExp(`/inbox/all/${kept}$`))
  expect((await read(merged)).state).toBe('closed')
  expect(complaints).toEqual([])
})

test('somebody outside is asked aside, and the customer’s conversation shows nothing of it', async () => {
  const id = await conversationFrom('Elif', 'Is it in stock?')
  const { page, complaints } = await visit(ada, `/inbox/all/${id}`)
  await activate(page.getByRole('button', { name: 'Start a side conversation' }))
  const dialog = page.getByRole('dialog', { name: 'Start a side conversation' })
  await activate(dialog.getByRole('combobox', { name: 'Add people' }))
  await pick(page.getByRole('combobox', { name: 'Find a teammate, or type an address' }), 'depot@example.com')
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Stock of spades')
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Do we have any?')
  await activate(dialog.getByRole('button', { name: 'Send' }))
  await page.getByText('With depot@example.com').waitFor()
  const reply = page.getByRole('textbox', { name: 'Reply aside' })
  await reply.fill('Never mind')
  await reply.press('Control+Enter')
  // The field has the same words until they have arrived.
  await expect.poll(() => reply.inputValue()).toBe('')
  await page.getByText('Never mind', { exact: true }).waitFor()
  // What comes back by mail is there by itself, and marks an aside that is closed.
  await answerFrom('depot@example.com', id)
  await page.getByText('Three are left', { exact: true }).waitFor()
  await activate(page.getByRole('button', { name: /^Stock of spades/ }))
  await page.getByRole('button', { name: /^Stock of spades Answered/ }).waitFor()
  await isAccessible(page)
  expect(await partsOf(id)).toEqual([])
  expect(complaints).toEqual([])
})

test('a conversation is put away until any moment one writes', async () => {
  const id = await conversationFrom('Jonas', 'Next year, please')
  const { page, complaints } = await visit(ada, `/inbox/all/${id}`)
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  await page.keyboard.press('z')
  await activate(page.getByRole('menuitem', { name: 'Another time' }))
  const dialog = page.getByRole('dialog', { name: 'Snooze until' })
  await dialog.getByLabel('Day and time').fill('2020-01-01T09:00')
  await activate(dialog.getByRole('button', { name: 'Snooze' }))
  await dialog.getByText('Choose a moment to come.').waitFor()
  await dialog.getByLabel('Day and time').fill('2031-01-01T09:00')
  await activate(dialog.getByRole('button', { name: 'Snooze' }))
  await expect.poll(async () => (await read(id)).state).toBe('snoozed')
  const { snoozed_until } = await read(id)
  expect(new Date(snoozed_until * 1000).getFullYear()).toBe(2031)
  expect(complaints).toEqual([])
})
