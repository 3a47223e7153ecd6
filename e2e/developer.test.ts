import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drainEvents } from '../packages/server/test/support/happened.ts'
import { makeDatabase } from '../packages/server/test/support/own-database.ts'
import { startReceiver } from '../packages/server/test/support/receiver.ts'
import { makeDeliverer } from '../packages/server/test/support/webhooks.ts'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, choose } from './support/keyboard.ts'
import { looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp({
  GUICHET_EGRESS_ALLOW: '127.0.0.1 localhost',
  DATABASE_URL: await makeDatabase(),
})
const { api, origin } = guichet
const visit = await startBrowser()
const owner = await teammate(guichet, 'owner')
const receiver = await startReceiver()
const deliverer = makeDeliverer(guichet)

const deliver = async () => {
  await drainEvents(guichet)
  await deliverer.drain()
}

const TABS = ['tokens', 'apps', 'webhooks', 'deliveries', 'requests', 'versions', 'sandbox']
test('somebody makes a token, calls the API with it, finds the call, and revokes it', async () => {
  const { page, complaints } = await visit(`${origin}/app/developer`, owner.look)
  await activate(page.getByRole('button', { name: 'New token' }))
  await page.getByLabel('What it is for').fill('Shop sync')
  await page.getByLabel('Find a permission').fill('tags')
  await choose(page.getByRole('checkbox', { name: /^read_tags/ }))
  await activate(page.getByRole('button', { name: 'Make the token' }))
  await page.getByText('Copy it now: it is not shown again.').waitFor()
  const token = (await page.getByRole('dialog').locator('code').textContent()) ?? ''
  await activate(page.getByRole('button', { name: 'Done' }))
  const call = (path: string) =>
    fetch(origin + path, {
      headers: { authorization: `Bearer ${token}`, 'intercom-version': '2.9', 'user-agent': 'shop/1.0' },
    })
  expect((await call('/tags')).status).toBe(200)
  expect((await call('/admins')).status).toBe(403)

  await activate(page.getByRole('tab', { name: 'Requests' }))
  const row = page.getByRole('row', { name: /GET \/admins/ })
  await row.waitFor()
  expect(await row.textContent()).toMatch(/403.*2\.9.*shop\/1\.0/)
  await page.getByLabel('Part of the path').or(page.getByLabel('Path')).first().fill('/tags')
  await page.getByRole('row', { name: /GET \/tags/ }).waitFor()
  await expect.poll(() => row.count()).toBe(0)

  await activate(page.getByRole('tab', { name: 'Versions' }))
  await page.getByText('shop/1.0').waitFor()

  await activate(page.getByRole('tab', { name: 'Tokens' }))
  await activate(page.getByRole('button', { name: 'Revoke: Shop sync' }))
  await activate(
    page.getByRole('dialog', { name: 'Revoke “Shop sync”?' }).getByRole('button', { name: 'Revoke' }),
  )
  await page.getByText('The token is revoked').waitFor()
  await expect.poll(async () => (await call('/tags')).status).toBe(401)
  expect(complaints).toEqual([])
})

test('an app is registered, told what happens, seen to be told, and told again', async () => {
  const { page, complaints } = await visit(`${origin}/app/developer/apps`, owner.look)
  await activate(page.getByRole('button', { name: 'Register an app' }))
  const dialog = page.getByRole('dialog', { name: 'Register an app' })
  await dialog.getByLabel('Name').fill('Notifier')
  await dialog.getByLabel('Find a permission').fill('read_users')
  await choose(dialog.getByRole('checkbox', { name: /^read_users_and_companies/ }))
  await activate(dialog.getByRole('button', { name: 'Register' }))
  await page.getByRole('heading', { name: 'Notifier' }).waitFor()
  await activate(page.getByRole('button', { name: 'Show the secrets' }))
  await page.getByText('Client secret', { exact: true }).waitFor()
  await page.keyboard.press('Escape')

  await activate(page.getByRole('tab', { name: 'Webhooks' }))
  await activate(page.getByRole('combobox', { name: 'App' }))
  await activate(page.getByRole('option', { name: 'Notifier' }))
  await page.getByLabel('Address').fill(receiver.url)
  await page.getByLabel('Find a topic').fill('contact.user.created')
  await choose(page.getByRole('checkbox', { name: /^contact\.user\.created/ }))
  await activate(page.getByRole('button', { name: 'Save' }))
  await page.getByText('Saved', { exact: true }).waitFor()

  await api.post('/contacts', { email: 'zoe@example.com' })
  await deliver()
  expect(receiver.received.map(({ body }) => body.topic)).toEqual(['contact.user.created'])

  await activate(page.getByRole('tab', { name: 'Deliveries' }))
  await activate(page.getByRole('button', { name: 'contact.user.created' }))
  await page.getByRole('heading', { name: /^Attempt 1/ }).waitFor()
  const told = page.getByRole('dialog', { name: 'contact.user.created' })
  expect(await told.textContent()).toContain('X-Hub-Signature: sha1=')
  await isAccessible(page)
  await activate(told.getByRole('button', { name: 'Replay' }))
  await page.getByText('1 event will be told again').waitFor()
  await deliver()
  expect(receiver.received).toHaveLength(2)
  expect(receiver.received[1]?.body.id).toBe(receiver.received[0]?.body.id)
  await page.getByText('replay', { exact: true }).waitFor()
  expect(complaints).toEqual([])
})

test('a sandbox is made and gone to, its clock moved, and a fault switched on', async () => {
  const { page, complaints } = await visit(`${origin}/app/developer/sandbox`, owner.look)
  await activate(page.getByRole('button', { name: 'Make a sandbox' }))
  await activate(page.getByRole('button', { name: 'Go there' }))
  await page.waitForURL('**/app/inbox/**')
  await page.goto(`${origin}/app/developer/sandbox`)
  await activate(page.getByRole('button', { name: 'Advance by 1 day' }))
  await page.getByText(/done on the way/).waitFor()
  await page.getByLabel('Where').fill('/contacts/**')
  await activate(page.getByRole('button', { name: 'Switch on' }))
  await page.getByText('/contacts/** · struck 0 of 0').waitFor()
  await isAccessible(page)
  await activate(page.getByRole('button', { name: /^Switch off/ }))
  await page.getByText('Nothing goes wrong on purpose.').waitFor()
  expect(complaints).toEqual([])
})

test('who may not develop is not led there, and told so where they go', async () => {
  const { look } = await teammate(guichet, 'agent')
  const { page } = await visit(`${origin}/app/developer`, look)
  await page.getByText('Your role does not allow this.').waitFor()
  expect(await page.getByRole('link', { name: 'Developer' }).count()).toBe(0)
})

test.each(looks)('every tab reads well in $locale, $colorScheme, at $viewport.width', async look => {
  const reader = await teammate(guichet, 'owner')
  const { page, complaints } = await visit(`${origin}/app/developer`, { ...reader.look, ...look })
  for (const tab of TABS) {
    await page.goto(`${origin}/app/developer/${tab}`)
    await settled(page)
    await readsWell(page, `developer ${tab} ${nameOf(look)}`)
  }
  expect(complaints).toEqual([])
})

async function settled(page: Page): Promise<void> {
  await page.getByRole('tabpanel').waitFor()
  await expect.poll(() => page.getByRole('status').count()).toBe(0)
}
