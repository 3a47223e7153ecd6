import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { buildMember, PASSWORD } from '../packages/server/test/support/members.ts'
import { isAccessible } from './support/accessibility.ts'
import { lookOf, startApp } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate } from './support/keyboard.ts'
import { looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { origin } = guichet
const visit = await startBrowser()
const member = await buildMember(guichet, 'agent', { password: PASSWORD })
const look = await lookOf(guichet, member)

/** Nobody is signed in yet: the page asks, is told so, and shows the way in. */
const refused = (complaints: string[]) => complaints.filter(text => !/401|status of 401/.test(text))

for (const look of looks) {
  test(`the page of signing in reads well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await visit(`${origin}/app/sign-in`, look)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await readsWell(page, `sign-in ${nameOf(look)}`)
    expect(complaints).toEqual([])
  })

  test(`the page of the account reads well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await visit(`${origin}/app/account`, {
      ...(await lookOf(guichet, member)),
      ...look,
    })
    await page.getByText(/This one|Celle-ci/).waitFor()
    await readsWell(page, `account ${nameOf(look)}`)
    expect(complaints).toEqual([])
  })
}

test('somebody who is not signed in is asked to, by keyboard alone, and gets where they were going', async () => {
  const { page, complaints } = await visit(`${origin}/app/inbox/unassigned`, { locale: 'en-GB' })
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type(member.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect.poll(() => pathOf(page)).toBe('/app/inbox/unassigned')
  await page.getByRole('heading', { name: 'Unassigned' }).first().waitFor()
  expect(refused(complaints)).toEqual([])
})

test('a wrong password is told in the language of the reader, and what was written stays', async () => {
  const { page } = await visit(`${origin}/app/sign-in`, { locale: 'fr-FR' })
  await page.getByLabel('Adresse e-mail').fill(member.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill('not the one at all')
  await activate(page.getByRole('button', { name: 'Se connecter' }))
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toBe(
    'L’adresse e-mail ou le mot de passe est incorrect.',
  )
  expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe(member.email)
  await isAccessible(page)
})

test('signing in never leads to a page of somebody else', async () => {
  const { page } = await visit(`${origin}/app/sign-in?to=${encodeURIComponent('//evil.example/app')}`)
  await page.locator('input[name=email]').fill(member.email)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toBe(`${origin}/app/inbox/mine`)
})

test('a name is changed, and a session elsewhere is ended, which shows there', async () => {
  const [here, there] = [
    await visit(`${origin}/app/account`, look),
    await visit(`${origin}/app/account`, await lookOf(guichet, member)),
  ]
  await here.page.getByLabel('Name', { exact: true }).fill('Zoé Löwe')
  await activate(here.page.getByRole('button', { name: 'Save' }))
  await here.page.getByText('Saved').waitFor()
  await here.page.getByRole('button', { name: 'You, Zoé Löwe' }).waitFor()
  await activate(here.page.getByRole('button', { name: 'End all others' }))
  await here.page.getByText('The session has ended').waitFor()
  await there.page.reload()
  await there.page.waitForURL(/\/app\/sign-in\?to=/)
})

test('one sets oneself away and signs out from the menu', async () => {
  const { page } = await visit(`${origin}/app/account`, await lookOf(guichet, member))
  const menu = page.getByRole('button', { name: /^You, / })
  await activate(menu)
  await activate(page.getByRole('menuitem', { name: 'Set yourself away' }))
  await activate(menu)
  await page.getByRole('menuitem', { name: 'Set yourself active' }).waitFor()
  await activate(page.getByRole('menuitem', { name: 'Sign out' }))
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})

const pathOf = (page: Page): string => new URL(page.url()).pathname
