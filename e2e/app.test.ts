import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, pick } from './support/keyboard.ts'
import { isDark, looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { origin } = guichet
const { look: own } = await teammate(guichet, 'agent')
const browse = await startBrowser()

const visit: typeof browse = (url, look) => browse(url, { ...own, ...look })

for (const look of looks) {
  test(`the page of shortcuts reads well in ${nameOf(look)}`, async () => {
    const { locale, colorScheme } = look
    const { page, complaints, origins } = await visit(`${origin}/app/shortcuts`, look)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    expect(await isDark(page)).toBe(colorScheme === 'dark')
    await readsWell(page, `shortcuts ${nameOf(look)}`)
    expect(complaints).toEqual([])
    expect([...origins]).toEqual([origin])
  })
}

test('the palette does what is typed, and the theme that is chosen stays', async () => {
  const { page, complaints } = await visit(`${origin}/app/shortcuts`, {
    locale: 'en-GB',
    colorScheme: 'light',
  })
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command palette' }).waitFor()
  await isAccessible(page)
  await pick(page.getByRole('combobox', { name: 'Command palette' }), 'dark')
  await expect.poll(() => isDark(page)).toBe(true)
  await page.reload()
  expect(await isDark(page)).toBe(true)
  expect(complaints).toEqual([])
})

test('the language is changed from the menu, without a reload', async () => {
  const { page, complaints } = await visit(`${origin}/app/shortcuts`, { locale: 'en-GB' })
  await activate(page.getByRole('button', { name: /^You, / }))
  await isAccessible(page)
  await activate(page.getByRole('menuitem', { name: /Language/ }))
  await activate(page.getByRole('menuitemradio', { name: 'Français' }))
  await page.getByRole('heading', { name: 'Raccourcis clavier' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  expect(complaints).toEqual([])
})

test('keys lead from place to place, but not while one is typing', async () => {
  const { page } = await visit(`${origin}/app/inbox`, { locale: 'en-GB' })
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command palette' }).fill('')
  await page.keyboard.type('gi')
  expect(pathOf(page)).toBe('/app/shortcuts')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('combobox').count()).toBe(0)
  await page.keyboard.type('gi')
  await expect.poll(() => pathOf(page)).toBe('/app/inbox/mine')
})

test('an address that leads nowhere says so and leads on', async () => {
  const { page, complaints } = await visit(`${origin}/app/nowhere/at/all`, { locale: 'en-GB' })
  await page.getByText('There is nothing at this address').waitFor()
  await activate(page.getByRole('link', { name: 'To the inbox' }))
  await expect.poll(() => pathOf(page)).toBe('/app/inbox/mine')
  expect(complaints).toEqual([])
})

const pathOf = (page: Page): string => new URL(page.url()).pathname
