import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ownEnvironment, startServerProcess } from '../packages/server/test/support/server-process.ts'
import { startBrowser } from './support/browser.ts'

const token = 'a-token-for-the-reference'
const dataDir = await mkdtemp(join(tmpdir(), 'guichet-reference-'))
const { origin, end } = await startServerProcess({
  ...ownEnvironment(dataDir),
  GUICHET_DEMO: '1',
  GUICHET_ACCESS_TOKEN: token,
})
afterAll(async () => {
  await end()
  await rm(dataDir, { recursive: true, force: true })
})
const visit = await startBrowser()

/** The page is a large program, so it is opened once; a busy machine takes a while over it. */
const { page, complaints, origins } = await visit(`${origin}/docs/#216/tag/admins/GET/me`, {
  reducedMotion: 'reduce',
})

test('the reference shows the operations, and asks no other host for anything', async () => {
  await page.getByRole('link', { name: 'Data attributes' }).waitFor()
  await page.getByRole('heading', { name: 'The admin a token acts as' }).waitFor()
  expect(complaints).toEqual([])
  expect([...origins]).toEqual([origin])
})

test('a call tried in the reference reaches the demo workspace', async () => {
  await page.getByPlaceholder('Token').first().fill(token)
  await page.getByRole('button', { name: /Test Request.*get .me\)/ }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Send get request' }).press('Enter')
  await dialog.getByText('200 OK').waitFor()
  await dialog.getByText('camille@brindille.example').waitFor()
  expect([...origins]).toEqual([origin])
})

test('on a phone nothing of the reference sticks out', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390)
})
