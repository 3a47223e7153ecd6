import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isAccessible } from './support/accessibility.ts'
import { startApp } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate } from './support/keyboard.ts'
import { isDark, looks, nameOf } from './support/look.ts'

const { origin } = await startApp()
const visit = await startBrowser()

for (const look of looks) {
  test(`the start page reads well in ${nameOf(look)}`, async () => {
    const { locale, colorScheme, viewport } = look
    const { page, complaints, origins } = await visit(origin, look)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    expect(await isDark(page)).toBe(colorScheme === 'dark')
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(viewport.width)
    await isAccessible(page)
    expect(complaints).toEqual([])
    expect([...origins]).toEqual([origin])
  })
}

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

test('the start page can be read in another language', async () => {
  const { page } = await visit(origin, { locale: 'en-GB' })
  await activate(page.getByRole('link', { name: 'Français' }))
  await page.getByRole('heading', { name: 'Un premier appel' }).waitFor()
})

test('the OpenAPI document opens from the start page', async () => {
  const { page } = await visit(origin)
  await activate(page.getByRole('link', { name: '2.16' }))
  await page.waitForURL(`${origin}/openapi/2.16.json`)
  expect(JSON.parse((await page.locator('body').textContent()) ?? '').info.version).toBe('2.16')
})

const outlineOf = (page: Page): Promise<string> =>
  page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')
