import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test, vi } from 'vitest'
import { freePort } from '../packages/server/test/support/free-port.ts'
import { ownEnvironment, startServerProcess } from '../packages/server/test/support/server-process.ts'
import { isAccessible } from './support/accessibility.ts'
import { startBrowser } from './support/browser.ts'
import { activate } from './support/keyboard.ts'

const home = await mkdtemp(join(tmpdir(), 'guichet-newcomer-'))
const port = await freePort()
const token = 'a-token-of-the-newcomer'
const starting = startServerProcess({
  ...ownEnvironment(home),
  ...{ GUICHET_DEMO: '1', PORT: `${port}`, GUICHET_ACCESS_TOKEN: token },
})
const firstCall = callOnceReady(`http://127.0.0.1:${port}`)
const server = await starting
afterAll(async () => {
  await server.end()
  await rm(home, { recursive: true, force: true })
})
const visit = await startBrowser()

/** The pictures of the README are those of this story: `npm run screenshots` keeps them. */
const pictures = process.env['SCREENSHOTS'] ?? join(home, 'pictures')
await mkdir(pictures, { recursive: true })
const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', caret: 'hide' })

test('whoever calls once the server says it is ready is let in, even at its first start', async () => {
  expect(await firstCall).toBe(200)
})

const LOOK = { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1440, height: 900 } } as const
test('the first command leads from nothing to answering a message from the demo', async () => {
  const start = await visit(server.origin, LOOK)
  await start.page.getByRole('heading', { level: 1 }).waitFor()
  await picture(start.page, 'start')

  const link = () => server.said.find(line => line.includes('/app/setup?token='))?.trim() ?? ''
  await expect.poll(link).not.toBe('')
  const { page, complaints } = await visit(link(), LOOK)
  await page.getByLabel('Your name').fill('Mira Santos')
  await page.getByLabel('New password', { exact: true }).fill('a counter by the window')
  await activate(page.getByRole('button', { name: 'Begin' }))
  await page.getByRole('heading', { name: 'Welcome, Mira Santos' }).waitFor()
  await isAccessible(page)

  const opened = page.context().waitForEvent('page')
  await activate(page.getByRole('link', { name: 'Open the demo shop' }))
  const shop = await opened
  await activate(shop.getByRole('button', { name: /Open the messenger/ }))
  const panel = shop.frameLocator('iframe')
  await activate(panel.getByRole('button', { name: /Send us a message/ }))
  await panel.getByRole('textbox', { name: 'Write a message' }).fill('Do basil seeds keep over the winter?')
  await activate(panel.getByRole('button', { name: 'Send', exact: true }))

  await page.getByText('Do basil seeds keep over the winter?').waitFor()
  await picture(page, 'welcome')
  await activate(page.getByRole('link', { name: 'Answer', exact: true }))
  await activate(page.getByRole('textbox', { name: 'Your reply' }))
  await page.keyboard.type('They do: dry, dark and cool, for four years.')
  await page.keyboard.press('Control+Enter')
  await panel.getByRole('log').getByText('They do: dry, dark and cool').waitFor()
  await picture(shop, 'messenger')
  await expect.poll(() => page.getByText('Sending').count()).toBe(0)
  await picture(page, 'inbox')
  expect(complaints).toEqual([])
  expect(start.complaints).toEqual([])
})

/** Asks who it is the moment the server is ready, and tells the status of the answer. */
async function callOnceReady(origin: string): Promise<number> {
  await vi.waitFor(
    async () => {
      const { ok } = await fetch(`${origin}/readyz`)
      if (!ok) throw new Error('not ready')
    },
    { timeout: 90_000, interval: 20 },
  )
  const { status } = await fetch(`${origin}/me`, { headers: { authorization: `Bearer ${token}` } })
  return status
}
