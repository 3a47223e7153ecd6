import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startGuichet } from '../packages/server/test/support/guichet.ts'
import { violations } from './support/accessibility.ts'
import { startBrowser } from './support/browser.ts'

const { origin } = await startGuichet()
const visit = await startBrowser()

const desktop = { width: 1280, height: 800 }
const phone = { width: 320, height: 640 }

const looks = [
  { locale: 'en-GB', colorScheme: 'light', viewport: desktop },
  { locale: 'en-GB', colorScheme: 'dark', viewport: phone },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: desktop },
  { locale: 'fr-FR', colorScheme: 'light', viewport: phone },
] as const

for (const path of ['/', '/app']) {
  for (const look of looks) {
    const { locale, colorScheme, viewport } = look
    test(`${path} reads well in ${locale}, ${colorScheme}, ${viewport.width} wide`, async () => {
      const { page, complaints, origins } = await visit(origin + path, look)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
      expect(await isDark(page)).toBe(colorScheme === 'dark')
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(viewport.width)
      expect(await violations(page)).toEqual([])
      expect(complaints).toEqual([])
      expect([...origins]).toEqual([origin])
    })
  }
}

test('an address of the inbox that is to come is answered with a way on', async () => {
  const { page, complaints } = await visit(`${origin}/app/inbox/1`, { locale: 'en-GB' })
  await page.getByText('The inbox is not built yet').waitFor()
  expect(complaints).toEqual([])
  await page.getByRole('link', { name: 'Back to the start' }).click()
  await page.getByRole('heading', { name: 'A first call' }).waitFor()
})

test('every link of the start page is reached with the tab key, shows where it is, and leads somewhere', async () => {
  const { page } = await visit(origin)
  const links = await page.locator('a').evaluateAll(all => all.map(link => `${link}`))
  expect(links.length).toBeGreaterThan(10)
  for (const link of links) {
    await page.keyboard.press('Tab')
    const focused = page.locator('a:focus-visible')
    expect(await focused.evaluate(link => `${link}`)).toBe(link)
    expect(await outlineOf(page)).toBe('solid')
  }
  const answers = await Promise.all(links.map(async link => (await fetch(link)).status))
  expect(new Set(answers)).toEqual(new Set([200]))
})

test('a language that is chosen stays from page to page', async () => {
  const { page } = await visit(origin, { locale: 'en-GB' })
  await page.getByRole('link', { name: 'Français' }).click()
  await page.getByRole('link', { name: 'Boîte de réception' }).click()
  await page.getByRole('link', { name: 'Retour à l’accueil' }).click()
  await expect.poll(() => page.getByRole('heading', { name: 'Un premier appel' }).count()).toBe(1)
})

test('the OpenAPI document opens from the start page', async () => {
  const { page } = await visit(origin)
  await page.getByRole('link', { name: '2.16' }).click()
  await page.waitForURL(`${origin}/openapi/2.16.json`)
  expect(JSON.parse((await page.locator('body').textContent()) ?? '').info.version).toBe('2.16')
})

/** Whether text is lighter than what it stands on. */
const isDark = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`
    const brightness = colour => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
    const { color, backgroundColor } = getComputedStyle(document.body)
    brightness(color) > brightness(backgroundColor)`)

const outlineOf = (page: Page): Promise<string> =>
  page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')
