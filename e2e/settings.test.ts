import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { letterTo } from '../packages/server/test/support/letters.ts'
import { makeDatabase } from '../packages/server/test/support/own-database.ts'
import { violations } from './support/accessibility.ts'
import { looks, nameOf, startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'

const guichet = await startApp({ DATABASE_URL: await makeDatabase() })
const { origin } = guichet
const visit = await startBrowser()
const owner = await teammate(guichet, 'owner')

const PAGES = ['', 'workspace', 'teammates', 'roles', 'security']
const LATER = { timeout: 20_000 }
const settings = (page = '') => `${origin}/app/settings/${page}`

test('somebody is invited, and the invitation withdrawn and brought back', async () => {
  const { page, complaints } = await visit(settings('teammates'), owner.look)
  await page.getByLabel('E-mail address to invite').fill('mira@garden.example')
  await page.keyboard.press('Enter')
  await page.getByText('A link is on its way to mira@garden.example').waitFor()
  expect(await letterTo(guichet, guichet, 'mira@garden.example')).toBeDefined()
  const invitation = page.getByRole('listitem').filter({ hasText: 'mira@garden.example' })
  await invitation.getByRole('button', { name: /^Withdraw/ }).click()
  await expect.poll(() => invitation.count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await invitation.waitFor()
  expect(complaints).toEqual([])
})

test('a teammate is given another role, and removed', async () => {
  const leaving = await teammate(guichet, 'agent')
  const { page, complaints } = await visit(settings('teammates'), owner.look)
  const row = page.getByRole('row', { name: new RegExp(leaving.email) })
  await row.getByRole('combobox', { name: /^Role/ }).click()
  await page.getByRole('option', { name: 'Admin' }).click()
  await expect
    .poll(async () => (await guichet.api.get(`/admins/${leaving.adminId}`)).body.role?.name ?? 'Admin')
    .toBe('Admin')
  await row.getByRole('button', { name: /^Remove/ }).click()
  const dialog = page.getByRole('dialog', { name: `Remove ${leaving.name}?` })
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await page.getByText(`${leaving.name} is no longer a teammate`).waitFor()
  await expect.poll(() => row.count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a workspace is renamed and moved to another time zone, by keyboard', async () => {
  const { page, complaints } = await visit(settings(), owner.look)
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('link', { name: 'Workspace' })
    .press('Enter')
  const zone = page.getByRole('combobox', { name: /^Time zone/ })
  await zone.press('Enter')
  await page.keyboard.type('Tahiti')
  await page.keyboard.press('Enter')
  await zone.filter({ hasText: 'Pacific / Tahiti' }).waitFor()
  await page.getByLabel('Name').fill('Le Jardin 🌿')
  await page.keyboard.press('Enter')
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await zone.filter({ hasText: 'Pacific / Tahiti' }).waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe('Le Jardin 🌿')
  expect(complaints).toEqual([])
})

test('a secret for identities is made, shown once, and deleted', async () => {
  const { page, complaints } = await visit(settings('security'), owner.look)
  await page.getByLabel('What it is for').fill('Web shop')
  await page.getByRole('button', { name: 'Make a secret' }).click()
  await page.getByText('Copy it now: it is not shown again.').waitFor()
  const secrets = page.getByRole('list', { name: 'Secrets' })
  await secrets.getByRole('button', { name: 'Delete: Web shop' }).click()
  await expect.poll(() => secrets.count()).toBe(0)
  await page.getByRole('switch', { name: /^Refuse identities/ }).check()
  await expect.poll(async () => (await guichet.api.get('/me')).body.app.identity_verification).toBe(true)
  expect(complaints).toEqual([])
})

test('who may not set something is not led there, and told so where they go', async () => {
  const { look } = await teammate(guichet, 'agent')
  const { page } = await visit(settings(), look)
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  expect(await page.getByRole('link', { name: /^Security/ }).count()).toBe(0)
  await page.goto(settings('security'))
  await page.getByText('Your role does not allow this.').waitFor()
})

test.each(looks)('every page reads well in $locale, $colorScheme, at $viewport.width', async look => {
  const reader = await teammate(guichet, 'owner')
  const { page, complaints } = await visit(settings(), { ...reader.look, ...look })
  for (const name of PAGES) {
    await page.goto(settings(name))
    await settled(page)
    await picture(page, `settings ${name} ${nameOf(look)}`)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth'), name).toBe(
      look.viewport.width,
    )
    expect(await violations(page), name).toEqual([])
  }
  expect(complaints).toEqual([])
})

/** Until everything that was on its way is there. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect
    .poll(
      () => page.getByRole('status').filter({ hasText: '' }).and(page.locator('[aria-label]')).count(),
      LATER,
    )
    .toBe(0)
}

const picture = async (page: Page, name: string) => {
  const folder = process.env['GUICHET_PICTURES']
  if (folder)
    await page.screenshot({ path: `${folder}/${name.replace(/[^\w-]+/g, '-')}.png`, fullPage: true })
}
