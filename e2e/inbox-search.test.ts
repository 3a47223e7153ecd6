import { sql } from 'kysely'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isAccessible } from './support/accessibility.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, typeInto } from './support/keyboard.ts'
import { looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { api, origin } = guichet
const { adminId, look: own } = await teammate(guichet, 'owner')
const browse = await startBrowser()

const visit: typeof browse = (url, look) => browse(url, { ...own, ...look })

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
    await readsWell(page, `search ${nameOf(look)}`)
    expect(complaints).toEqual([])
  })

test('a message of long ago is found by a key and its words, and the conversation opens at it', async () => {
  const { page, complaints } = await visit(`${origin}/app/inbox/all`)
  await page.getByRole('link', { name: /Inès Caron/ }).waitFor()
  await page.keyboard.press('/')
  await typeInto(page.getByRole('searchbox'), 'vineg')
  const hit = page.getByRole('list', { name: 'Messages that were found' }).getByRole('link')
  await hit.waitFor()
  expect(await hit.locator('mark').textContent()).toBe('vinegar')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/inbox\/all\/\d+\?part=\d+/)
  const message = page.getByRole('region', { name: 'Messages' }).getByText('Descale it with')
  await message.waitFor()
  const place = async () => (await message.boundingBox())?.y ?? -1
  await expect.poll(place).toBeGreaterThan(52)
  await expect.poll(place).toBeLessThan(page.viewportSize()?.height ?? 0)
  await page.goBack()
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('vineg')
  expect(complaints).toEqual([])
})

test('a message of long before the newest 500 opens among its neighbours, and one reads on both ways', async () => {
  const long = await longConversation()
  const { page, complaints } = await visit(`${origin}/app/search?words=saffron`)
  await page.getByRole('link', { name: /saffron/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const thread = page.getByRole('region', { name: 'Messages' })
  const hit = thread.getByText('It smells of saffron')
  await hit.waitFor()
  const place = async () => (await hit.boundingBox())?.y ?? -1
  await expect.poll(place).toBeGreaterThan(52)
  await expect.poll(place).toBeLessThan(page.viewportSize()?.height ?? 0)
  expect(await page.evaluate<string>('document.activeElement.textContent')).toContain('saffron')
  await thread.getByText('Line 59', { exact: true }).waitFor()
  expect(await thread.getByText('Line 640', { exact: true }).count()).toBe(0)
  await isAccessible(page)
  await reading(page, 'Home', thread.getByText('How does one dry it?'))
  await reading(page, 'End', thread.getByText('Line 640', { exact: true }))
  await page.goto(`${origin}/app/inbox/all/${long.id}?part=${long.first}`)
  await thread.getByText('Line 1', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'To the newest messages' }).focus()
  await page.keyboard.press('Enter')
  await thread.getByText('Line 640', { exact: true }).waitFor()
  expect(page.url()).not.toContain('part=')
  await page.goto(`${origin}/app/inbox/all/${long.id}?part=${long.first + 700}`)
  await page.getByText('That message is not there any more').waitFor()
  await expect.poll(() => page.url()).not.toContain('part=')
  expect(complaints).toEqual([])
})

test('what was found is narrowed by who wrote it, and a search for nothing that was said says so', async () => {
  const { page, complaints } = await visit(`${origin}/app/search?words=kettle`)
  const hits = page.getByRole('list', { name: 'Messages that were found' }).getByRole('link')
  await expect.poll(() => hits.count()).toBe(3)
  await activate(page.getByRole('combobox', { name: 'By anybody' }))
  await activate(page.getByRole('option', { name: 'In notes' }))
  await expect.poll(() => hits.count()).toBe(1)
  await page.getByRole('link', { name: /bad batch/ }).waitFor()
  await page.getByRole('searchbox').fill('zanzibar')
  await page.getByText('No message has “zanzibar”.').waitFor()
  await activate(page.getByRole('button', { name: 'Clear the filters' }))
  await page.getByText('No message has “zanzibar”.').waitFor()
  expect(page.url()).not.toContain('by=')
  expect(complaints).toEqual([])
})

/** Presses a key that scrolls until something is there: what is on the way to it comes bit by bit. */
const reading = (page: Page, key: 'Home' | 'End', text: Locator) =>
  expect
    .poll(async () => {
      await page.keyboard.press(key)
      return text.count()
    })
    .toBe(1)

/** A conversation of 640 parts, planted: to say them one after the other would take longer than all else here. */
async function longConversation(): Promise<{ id: string; first: number }> {
  const { body } = await api.post('/conversations', {
    ...{ from: { type: 'user', id: contact.body.id }, body: 'How does one dry it?' },
  })
  const conversationId: string = body.conversation_id
  const { rows } = await guichet.database.transaction(async tx => {
    await sql`update conversations set count_conversation_parts = 641
      where workspace_id = ${guichet.id} and id = ${conversationId}::bigint`.execute(tx)
    return sql<{ id: number }>`
      insert into conversation_parts (workspace_id, conversation_id, part_type, body, text, created_at, updated_at,
        author_type, author_id, author_name)
      select ${guichet.id}, ${conversationId}::bigint, 'comment', '<p>' || said || '</p>', said,
        ${guichet.clock.now()}::bigint, ${guichet.clock.now()}::bigint, 'user', ${contact.body.id}, 'Inès Caron'
      from (select case n when 60 then 'It smells of saffron' else 'Line ' || n end as said, n
        from generate_series(1, 640) n order by n) as lines
      returning id`.execute(tx)
  })
  return { id: conversationId, first: Math.min(...rows.map(row => Number(row.id))) }
}
