import { expect, test } from 'vitest'
import { violations } from './support/accessibility.ts'
import { looks, nameOf, startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'

const guichet = await startApp()
const { api, origin } = guichet
const { adminId, look: own } = await teammate(guichet, 'owner')
const browse = await startBrowser()

const visit: typeof browse = (url, look) => browse(url, { ...own, ...look })

const LATER = { timeout: 12_000 }

const contact = await api.post('/contacts', { role: 'user', name: 'Inès Caron', email: 'ines@example.com' })
const { conversation_id: id } = (
  await api.post('/conversations', {
    ...{ from: { type: 'user', id: contact.body.id }, body: 'My turquoise kettle whistles' },
  })
).body
const say = (message_type: string, body: string) =>
  api.post(`/conversations/${id}/reply`, { message_type, type: 'admin', admin_id: adminId, body })
await say('comment', 'Descale it with <b>vinegar</b>, then rinse the kettle')
for (let n = 0; n < 25; n += 1) await say('comment', `And later something else, number ${n}`)
await say('note', 'The kettle is from the bad batch')

for (const look of looks)
  test(`the page of search reads well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await visit(`${origin}/app/search?words=kettle`, look)
    await page.getByRole('link', { name: /bad batch/ }).waitFor()
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(look.viewport.width)
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
  })

test('a message of long ago is found by a key and its words, and the conversation opens at it', async () => {
  const { page, complaints } = await visit(`${origin}/app/inbox/all`)
  await page.getByRole('link', { name: /Inès Caron/ }).waitFor()
  await page.keyboard.press('/')
  await page.getByRole('searchbox').waitFor()
  await page.keyboard.type('vineg')
  const hit = page.getByRole('list', { name: 'Messages that were found' }).getByRole('link')
  await hit.waitFor()
  expect(await hit.locator('mark').textContent()).toBe('vinegar')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/inbox\/all\/\d+\?part=\d+/)
  const message = page.getByRole('region', { name: 'Messages' }).getByText('Descale it with')
  await message.waitFor()
  const place = async () => (await message.boundingBox())?.y ?? -1
  await expect.poll(place, LATER).toBeGreaterThan(52)
  await expect.poll(place, LATER).toBeLessThan(page.viewportSize()?.height ?? 0)
  await page.goBack()
  await expect.poll(() => page.getByRole('searchbox').inputValue(), LATER).toBe('vineg')
  expect(complaints).toEqual([])
})

test('what was found is narrowed by who wrote it, and a search for nothing that was said says so', async () => {
  const { page, complaints } = await visit(`${origin}/app/search?words=kettle`)
  const hits = page.getByRole('list', { name: 'Messages that were found' }).getByRole('link')
  await expect.poll(() => hits.count(), LATER).toBe(3)
  await page.getByRole('combobox', { name: 'By anybody' }).click()
  await page.getByRole('option', { name: 'In notes' }).click()
  await expect.poll(() => hits.count(), LATER).toBe(1)
  await page.getByRole('link', { name: /bad batch/ }).waitFor()
  await page.getByRole('searchbox').fill('zanzibar')
  await page.getByText('No message has “zanzibar”.').waitFor()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await page.getByText('No message has “zanzibar”.').waitFor()
  expect(page.url()).not.toContain('by=')
  expect(complaints).toEqual([])
})
