import { expect, test } from 'vitest'
import { startGuichet } from '../packages/server/test/support/guichet.ts'
import { violations } from './support/accessibility.ts'
import { startBrowser } from './support/browser.ts'

const { api, origin, id: workspaceId, ownerId } = await startGuichet()
const visit = await startBrowser()
const home = `${origin}/help/${workspaceId}`

const parcels = await api.post('/help_center/collections', {
  ...{ name: 'Parcels', description: 'From the click to the courier' },
  translated_content: { fr: { name: 'Colis' } },
})
const [arrival, customs] = await Promise.all(
  ['When does it arrive?', 'Customs and duties'].map(title =>
    api.post('/articles', {
      ...{ title, author_id: ownerId, state: 'published', parent_ids: [Number(parcels.body.id)] },
      body: '<h2>In short</h2><p>In <b>two days</b>.</p><pre><code>a long line '.concat(
        'x'.repeat(300),
        '</code></pre>',
      ),
      translated_content: { fr: { title: `FR ${title}`, body: '<p>Deux jours.</p>', state: 'published' } },
    }),
  ),
)

const desktop = { width: 1280, height: 800 }
const phone = { width: 320, height: 640 }
const looks = [
  { locale: 'en-GB', colorScheme: 'light', viewport: desktop },
  { locale: 'en-GB', colorScheme: 'dark', viewport: phone },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: desktop },
  { locale: 'fr-FR', colorScheme: 'light', viewport: phone },
] as const

const pages = {
  start: '',
  collection: `/collections/${parcels.body.id}`,
  article: `/articles/${arrival?.body.id}`,
  results: '/search?q=arrive',
}

for (const [name, path] of Object.entries(pages)) {
  for (const look of looks) {
    const { locale, colorScheme, viewport } = look
    test(`the ${name} of a help center reads well in ${locale}, ${colorScheme}, ${viewport.width} wide`, async () => {
      const { page, complaints, origins } = await visit(`${home}/${locale.slice(0, 2)}${path}`, look)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(viewport.width)
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
      expect([...origins]).toEqual([origin])
    })
  }
}

test('a reader finds an article by the keyboard alone, while typing', async () => {
  const { page, complaints } = await visit(`${home}/en`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.getByRole('combobox', { name: 'Search' }).focus()
  await page.keyboard.type('dut')
  await page.getByRole('option', { name: /Customs and duties/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/articles/${customs?.body.id}-customs-and-duties`)
  expect(complaints).toEqual([])
})

test('a reader says how an article was without leaving it', async () => {
  const { page } = await visit(`${home}/en/articles/${customs?.body.id}`)
  await page.getByRole('button', { name: 'Happy' }).click()
  await page.getByText('Thank you for telling us.').waitFor()
  expect(await page.getByRole('button', { name: 'Happy' }).getAttribute('aria-pressed')).toBe('true')
})

test('a reader without scripts searches, reads and answers all the same', async () => {
  const { page } = await visit(`${home}/en`, { javaScriptEnabled: false })
  await page.getByRole('searchbox', { name: 'Search' }).fill('customs')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: /Customs and duties/ }).click()
  await page.getByRole('button', { name: 'Neutral' }).click()
  await page.getByRole('heading', { name: 'Customs and duties' }).waitFor()
})

test('a reader changes the language and stays on the article', async () => {
  const { page } = await visit(`${home}/en/articles/${customs?.body.id}`)
  await page.getByRole('link', { name: 'Français' }).click()
  await page.getByRole('heading', { name: 'FR Customs and duties' }).waitFor()
})
