import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { offerSetup } from '../packages/server/src/domain/sign-in/index.ts'
import { letterTo } from '../packages/server/test/support/letters.ts'
import { buildMember, PASSWORD, signedInAs } from '../packages/server/test/support/members.ts'
import { isAccessible } from './support/accessibility.ts'
import { lookOf, startApp } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate } from './support/keyboard.ts'
import { looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { origin, clock, database } = guichet
const visit = await startBrowser()

const ENGLISH = { locale: 'en-GB' }
const INBOX = `${origin}/app/inbox/mine`

async function invite(email: string): Promise<string> {
  const owner = await signedInAs(guichet, 'owner')
  await owner.post('/app/api/invitations', { email, role: 'agent' })
  return (await letterTo(guichet, guichet, email))?.token ?? ''
}

const offer = async () => {
  const workspace = await guichet.createWorkspace()
  return database.transaction(tx => offerSetup(tx, workspace.id, clock.now()))
}

const pages = [
  ['a forgotten password', '/app/forgot'],
  ['an invitation', `/app/invitation?token=${await invite('looked-at@example.com')}`],
  ['the first run', `/app/setup?token=${await offer()}`],
] as const

for (const look of looks)
  test(`the pages that links lead to read well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await visit(`${origin}/app/forgot`, look)
    for (const [name, path] of pages) {
      await page.goto(origin + path)
      await page.locator('form').waitFor()
      await readsWell(page, `${name} ${nameOf(look)}`)
    }
    expect(complaints).toEqual([])
  })

test('a forgotten password is set anew by the mailed link, which leads into the inbox', async () => {
  const { email } = await buildMember(guichet, 'agent', { password: PASSWORD })
  const { page } = await visit(`${origin}/app/sign-in`, ENGLISH)
  await activate(page.getByRole('link', { name: 'Forgot your password?' }))
  await page.getByRole('heading', { name: 'Set a new password' }).waitFor()
  await page.getByLabel('Email address').fill(email)
  await page.keyboard.press('Enter')
  await page.getByText('a link is on its way').waitFor()
  const letter = await letterTo(guichet, guichet, email)
  await page.goto(`${origin}/app/password_reset?token=${letter?.token}`)
  await page.getByText(`For ${email}`).waitFor()
  await page.locator('input[name=password]').fill('short')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.locator('input[name=password]').fill('a wider window onto the garden')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toBe(INBOX)
})

test('somebody who is invited joins', async () => {
  const token = await invite('zoe@example.com')
  const { page } = await visit(`${origin}/app/invitation?token=${token}`, ENGLISH)
  await page.getByLabel('Your name').fill('Zoé')
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toBe(INBOX)
  await page.getByRole('button', { name: 'You, Zoé' }).waitFor()
})

test('the first person of a server becomes its owner', async () => {
  const { page } = await visit(`${origin}/app/setup?token=${await offer()}`, ENGLISH)
  await page.getByLabel('Name of the workspace').fill('Harbour')
  await page.getByLabel('Your name').fill('Grace')
  await page.getByLabel('Email address').fill('grace@example.com')
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toBe(`${origin}/app/welcome`)
})

test('a link that is used up says so, and leads on', async () => {
  const { page } = await visit(`${origin}/app/invitation?token=nothing`, ENGLISH)
  await page.getByText('This link is used up or has expired').waitFor()
  await isAccessible(page)
  await activate(page.getByRole('link', { name: 'Back to signing in' }))
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('a second factor is set up, and asked for at the next sign-in', async () => {
  const member = await buildMember(guichet, 'agent', { password: PASSWORD })
  const { page, complaints } = await visit(`${origin}/app/account`, await lookOf(guichet, member))
  await activate(page.getByRole('button', { name: 'Set it up' }))
  await page.getByRole('img', { name: 'QR code of the secret' }).waitFor()
  await isAccessible(page)
  const secret = (await page.locator('code').textContent()) ?? ''
  const code = () => generate({ secret, epoch: clock.now() })
  await page.getByLabel('Code that it shows').fill(await code())
  await page.keyboard.press('Enter')
  await page.getByText('Keep these recovery codes').waitFor()
  await isAccessible(page)
  await activate(page.getByRole('button', { name: 'I have kept them' }))
  await page.getByText('On. ').waitFor()
  expect(complaints).toEqual([])
  clock.advance(60)
  const next = (await visit(`${origin}/app/sign-in`, ENGLISH)).page
  await next.getByLabel('Email address').fill(member.email)
  await next.locator('input[name=password]').fill(PASSWORD)
  await next.keyboard.press('Enter')
  await next.getByLabel('Code', { exact: true }).fill('000000')
  await next.keyboard.press('Enter')
  await next.getByText('The code is wrong').waitFor()
  await isAccessible(next)
  await next.getByLabel('Code', { exact: true }).fill(await code())
  await next.keyboard.press('Enter')
  await expect.poll(() => next.url()).toBe(INBOX)
})
