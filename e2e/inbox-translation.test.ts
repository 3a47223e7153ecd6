import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { startLibreTranslate } from '../packages/server/test/support/libre-translate.ts'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'

const service = await startLibreTranslate()
const guichet = await startApp({ LIBRETRANSLATE_URL: service.url })
const { api, origin } = guichet
const { look } = await teammate(guichet, 'owner')
const browse = await startBrowser()

Object.assign(service.words, {
  'en Bonjour, où est ma commande ?': 'Hello, where is my order?',
  'fr It left today.': 'Elle est partie aujourd’hui.',
})

afterEach(() => {
  service.failing = undefined
})

async function conversationFrom(name: string, body: string): Promise<string> {
  const contact = await api.post('/contacts', { role: 'user', name, email: `${Math.random()}@example.com` })
  const message = await api.post('/conversations', { from: { type: 'user', id: contact.body.id }, body })
  return message.body.conversation_id
}

const open = async (id: string, more: object = {}) =>
  browse(`${origin}/app/inbox/all/${id}`, { ...look, ...more })

/** The text that stands in a language on the page. */
const inLanguage = (page: Page, lang: string, text: string) =>
  page.locator(`div[lang="${lang}"]`, { hasText: text })

/** Goes to a control as a keyboard does. */
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
}

test('a customer is read in one’s own language and answered in theirs, by keyboard alone', async () => {
  const id = await conversationFrom('Inès Caron', 'Bonjour, où est ma commande ?')
  const { page, complaints } = await open(id)
  await inLanguage(page, 'en', 'Hello, where is my order?').waitFor()
  await page.getByText('Translated from French').waitFor()
  await press(page, 'Show original')
  await inLanguage(page, 'fr', 'Bonjour, où est ma commande ?').waitFor()
  await press(page, 'Show translation')
  await page.getByRole('button', { name: 'Translate into French' }).waitFor()
  await press(page, 'Translate into French')
  await page.getByRole('textbox', { name: 'Your reply' }).focus()
  await page.keyboard.type('It left today.')
  await page.getByRole('region', { name: 'In French, as it will be sent' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await inLanguage(page, 'fr', 'Elle est partie aujourd’hui.').waitFor()
  await page.getByRole('button', { name: 'Send in French' }).waitFor()
  await isAccessible(page)
  // What has changed since is seen again before it is sent.
  await page.keyboard.type(' Really')
  await page.getByText('Your text has changed').waitFor()
  for (const _ of ' Really') await page.keyboard.press('Backspace')
  await page.getByRole('button', { name: 'Send in French' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Sent in French').waitFor()
  const sent = async () =>
    (await api.at('Preview').get(`/conversations/${id}`)).body.conversation_parts.conversation_parts.at(-1)
  await expect.poll(sent).toMatchObject({
    body: '<p>It left today.</p>',
    translations: { original: 'en', fr: '<p>Elle est partie aujourd’hui.</p>' },
  })
  await press(page, 'Show what was sent')
  await inLanguage(page, 'fr', 'Elle est partie aujourd’hui.').waitFor()
  await isAccessible(page)
  expect(complaints).toEqual([])
})

test('a service that fails is said to, and neither loses a reply nor holds it up', async () => {
  const id = await conversationFrom('Zoé', 'Bonjour, où est ma commande ?')
  service.failing = { status: 429, error: 'Slowdown' }
  const { page } = await open(id, {
    locale: 'en-GB',
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
  })
  await page.getByText(/could not be translated: The translation service is busy: Slowdown/).waitFor()
  await page.getByText('Bonjour, où est ma commande ?').first().waitFor()
  service.failing = undefined
  await press(page, 'Try again')
  await inLanguage(page, 'en', 'Hello, where is my order?').waitFor()
  await press(page, 'Translate into French')
  service.failing = { status: 500, error: 'Cannot translate text' }
  await page.getByRole('textbox', { name: 'Your reply' }).focus()
  await page.keyboard.type('It left today.')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/could not be translated, and is not sent: .*Cannot translate text/).waitFor()
  await isAccessible(page)
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360)
  service.failing = 'hang'
  await press(page, 'Try again')
  await page.getByText('Translating').waitFor()
  await press(page, 'Send as written')
  const bodies = async () =>
    (await api.get(`/conversations/${id}`)).body.conversation_parts.conversation_parts.map(
      ({ body }: { body: string }) => body,
    )
  await expect.poll(bodies).toEqual(['<p>It left today.</p>'])
})
