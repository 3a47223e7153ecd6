import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signedIn } from '../packages/server/test/support/members.ts'
import { startApp, teammate } from './support/app.ts'
import { startBrowser } from './support/browser.ts'
import { activate, chooseFiles, PIXEL, pick } from './support/keyboard.ts'
import { go, looks, nameOf, readsWell } from './support/look.ts'

const guichet = await startApp()
const { api, origin, database, id: workspace_id } = guichet
const ines = await teammate(guichet, 'agent')
const tom = await teammate(guichet, 'agent')
const light = await teammate(guichet, 'light')
const browse = await startBrowser()
const desk = await signedIn(guichet, ines)

await database.transaction(tx =>
  tx
    .updateTable('help_centers')
    .set({ website_turned_on: true })
    .where('workspace_id', '=', workspace_id)
    .execute(),
)

const collection = async (name: string, parent_id?: string): Promise<string> =>
  (await api.post('/help_center/collections', { name, ...(parent_id && { parent_id }) })).body.id
const garden = await collection('In the garden')
const pots = await collection('Pots and soil', garden)
const orders = await collection('Orders')

const article = async (title: string, more: object = {}): Promise<string> =>
  (
    await api.post('/articles', {
      ...{ title, author_id: ines.adminId, state: 'published', body: `<h2>First</h2><p>About ${title}.</p>` },
      ...more,
    })
  ).body.id
const sowing = await article('When to sow', { parent_ids: [Number(garden)], description: 'Month by month.' })
const frost = await article('Frost', { parent_ids: [Number(garden)] })
await article('Which pot', { parent_ids: [Number(pots)], state: 'draft' })
await article('Where is my parcel', { parent_ids: [Number(orders)] })
await api.put(`/articles/${sowing}`, {
  translated_content: { fr: { title: 'Quand semer', body: '<p>Mois par mois.</p>', state: 'draft' } },
})
const internal = (
  await api.post('/internal_articles', {
    ...{ title: 'How to refund', body: '<p>Ask Ada.</p>', author_id: ines.adminId, owner_id: ines.adminId },
  })
).body.id
await api.post('/content_snippets', { title: 'Warehouse', body_markdown: 'Open from **9** to 17.' })
for (const phrase of ['vacuum repair', 'vacuum repair', 'sow'])
  await fetch(`${origin}/help/${workspace_id}/en/search?q=${encodeURIComponent(phrase)}`)

const places = [
  ['articles', '', 'When to sow'],
  ['internal articles', '/internal', 'How to refund'],
  ['snippets', '/snippets', 'Warehouse'],
  ['redirects', '/redirects', /./],
  ['searches', '/searches', 'vacuum repair'],
  ['an article', `/articles/${sowing}`, 'About When to sow.'],
  ['an article beside its translation', `/articles/${sowing}?locale=en&beside=fr`, 'Mois par mois.'],
  ['an internal article', `/internal-articles/${internal}`, 'Ask Ada.'],
] as const

for (const look of looks)
  test(`the pages of knowledge read well in ${nameOf(look)}`, async () => {
    const { page, complaints } = await browse(`${origin}/app/knowledge`, { ...ines.look, ...look })
    for (const [name, path, shows] of places) {
      await go(page, `/app/knowledge${path}`)
      await page.getByText(shows).first().waitFor()
      await readsWell(page, `knowledge ${name} ${nameOf(look)}`)
    }
    expect(complaints).toEqual([])
  })

const body = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' })
const textOf = async (id: string, locale = 'en') =>
  (await desk.get(`/app/api/knowledge/articles/${id}`)).body.languages.find(
    (each: { locale: string }) => each.locale === locale,
  )

test('an article is begun, written and published by keyboard, and readers find it', async () => {
  const { page, complaints } = await browse(`${origin}/app/knowledge`, ines.look)
  await page.getByRole('treeitem', { name: /^Orders/ }).waitFor()
  await page.getByRole('button', { name: 'What to do with Orders' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'New article here' }).press('Enter')
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Sending it back')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Within thirty days.')
  await body(page).focus()
  await page.keyboard.type('## Pack it\nUse the **same** box.\n')
  await page.keyboard.type('- the plant\n- the pot\n\n')
  await page.keyboard.type('```\nRETURN-1\n')
  const id = /articles\/(\d+)/.exec(page.url())?.[1] ?? ''
  await expect.poll(async () => (await textOf(id)).body).toContain('RETURN-1')
  const written = await textOf(id)
  expect(written).toMatchObject({
    title: 'Sending it back',
    description: 'Within thirty days.',
    state: 'draft',
  })
  expect(written.body).toMatch(/<h2>Pack it<\/h2>.*<strong>same<\/strong>.*<li>.*the pot.*<pre><code>/s)
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
  await page.getByText('Readers see it now').waitFor()
  const { url } = await textOf(id)
  expect(await (await fetch(url)).text()).toContain('Pack it')
  // What is written a moment before it is published goes along.
  await page.getByRole('textbox', { name: 'Description' }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Within sixty days.')
  await page.keyboard.press('Control+Shift+Enter')
  await expect
    .poll(async () => (await api.get(`/articles/${id}`)).body.description)
    .toBe('Within sixty days.')
  expect(await textOf(id)).toMatchObject({ has_unpublished_changes: false, state: 'published' })
  expect((await api.get(`/articles/${id}`)).body.parent_ids).toEqual([Number(orders)])
  expect(complaints).toEqual([])
})

test('changes to a published article wait, are looked at as readers will see them, and are taken back', async () => {
  const { page, complaints } = await browse(`${origin}/app/knowledge/articles/${frost}`, ines.look)
  await activate(body(page).getByText('About Frost.'))
  await page.keyboard.press('End')
  await page.keyboard.type(' Cover them at night.')
  await page.getByRole('button', { name: 'Publish changes' }).waitFor()
  await expect.poll(async () => (await textOf(frost)).body).toContain('Cover them at night.')
  expect((await api.get(`/articles/${frost}`)).body.body).not.toContain('Cover')
  const address = await page.getByRole('link', { name: 'Preview' }).getAttribute('href')
  const preview = await page.context().newPage()
  await preview.goto(origin + address)
  await preview.getByText('Cover them at night.').waitFor()
  await preview.close()
  await activate(page.getByRole('button', { name: 'History' }))
  const dialog = page.getByRole('dialog')
  await activate(dialog.getByRole('button', { name: /Live/ }))
  await expect
    .poll(() => dialog.getByRole('region', { name: 'This version' }).textContent())
    .not.toContain('Cover')
  await activate(dialog.getByRole('button', { name: 'Go back to this' }))
  await expect.poll(async () => (await textOf(frost)).body).not.toContain('Cover')
  await activate(page.getByRole('button', { name: 'More ways to publish' }))
  await activate(page.getByRole('menuitem', { name: 'Discard changes' }))
  await expect.poll(async () => (await textOf(frost)).has_unpublished_changes).toBe(false)
  expect(complaints).toEqual([])
})

test('of two who write at once the second is told, and neither loses a word', async () => {
  const id = await article('Compost')
  const one = await browse(`${origin}/app/knowledge/articles/${id}`, ines.look)
  const two = await browse(`${origin}/app/knowledge/articles/${id}`, tom.look)
  await body(one.page).getByText('About Compost.').waitFor()
  await activate(body(two.page).getByText('About Compost.'))
  // Tom begins while his page does not hear of what Inès saves.
  await two.page.context().setOffline(true)
  await two.page.keyboard.press('End')
  await two.page.keyboard.type(' By Tom.')
  await activate(body(one.page).getByText('About Compost.'))
  await one.page.keyboard.press('End')
  await one.page.keyboard.type(' By Ines.')
  await expect.poll(async () => (await textOf(id)).body).toContain('By Ines.')
  await two.page.getByText(/It is kept in this browser/).waitFor()
  await two.page.context().setOffline(false)
  const alert = two.page.getByRole('alert').filter({ hasText: 'changed this text' })
  await alert.waitFor()
  expect(await alert.textContent()).toContain(ines.name)
  expect((await textOf(id)).body).toContain('By Ines.')
  expect(await body(two.page).textContent()).toContain('By Tom.')
  const { body: versions } = await desk.get(`/articles/${id}/versions`)
  const texts = await Promise.all(
    versions.data.map(
      async (each: { id: string }) => (await desk.get(`/articles/${id}/versions/${each.id}`)).body.body,
    ),
  )
  expect(texts.some((text: string) => text.includes('By Tom.'))).toBe(true)
  await activate(alert.getByRole('button', { name: 'Keep mine' }))
  await expect.poll(async () => (await textOf(id)).body).toContain('By Tom.')
  // Inès, who writes nothing just now, sees what Tom wrote.
  await one.page.getByText('By Tom.').waitFor()
  expect(one.complaints).toEqual([])
})

test('articles and collections are moved by keyboard, by the menu and by dragging', async () => {
  const { page, complaints } = await browse(`${origin}/app/knowledge`, ines.look)
  const item = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) })
  const order = async () =>
    (await desk.get('/app/api/knowledge/tree')).body.places.find(
      ({ collection_id: of }: { collection_id: string }) => of === garden,
    ).article_ids
  await item('When to sow').waitFor()
  expect(await order()).toEqual([sowing, frost])
  await item('When to sow').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(order).toEqual([frost, sowing])
  await item('Orders').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect
    .poll(async () => (await api.get(`/help_center/collections/${orders}`)).body.parent_id)
    .toBe(garden)
  await item('Orders').focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect
    .poll(async () => (await api.get(`/help_center/collections/${orders}`)).body.parent_id)
    .toBe(null)
  await activate(page.getByRole('button', { name: 'What to do with Frost' }))
  await activate(page.getByRole('menuitem', { name: 'Move to…' }))
  await activate(page.getByRole('dialog').getByRole('button', { name: 'Pots and soil' }))
  await expect.poll(async () => (await api.get(`/articles/${frost}`)).body.parent_ids).toEqual([Number(pots)])
  const from = await item('Frost').locator('span').first().boundingBox()
  const to = await item('When to sow').boundingBox()
  if (!from || !to) throw new Error('they are not in sight')
  await page.mouse.move(from.x + 8, from.y + 16)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 24, { steps: 3 })
  await page.mouse.move(from.x + 8 - 22, to.y + 20, { steps: 8 })
  await page.mouse.up()
  await expect
    .poll(async () => (await api.get(`/articles/${frost}`)).body.parent_ids)
    .toEqual([Number(garden)])
  expect(complaints).toEqual([])
})

test('a language is added, written beside the other, and published by itself', async () => {
  const id = await article('Opening hours')
  const { page, complaints } = await browse(`${origin}/app/knowledge/articles/${id}`, ines.look)
  await activate(page.getByRole('combobox', { name: 'Add a language' }))
  await pick(page.getByRole('combobox', { name: 'Find a language' }), 'french')
  await page
    .getByRole('button', { name: /French/, pressed: false })
    .first()
    .waitFor()
  await activate(page.getByRole('button', { name: 'Show another language beside' }))
  await page
    .getByRole('region', { name: 'The article in English' })
    .getByText('About Opening hours.')
    .waitFor()
  await page.getByRole('textbox', { name: 'Title' }).fill('Horaires')
  await activate(body(page))
  await page.keyboard.type('Ouvert le matin.')
  await expect.poll(async () => (await textOf(id, 'fr')).body).toContain('Ouvert le matin.')
  await activate(page.getByRole('button', { name: 'Publish', exact: true }))
  await expect.poll(async () => (await textOf(id, 'fr')).state).toBe('published')
  expect(await (await fetch((await textOf(id, 'fr')).url)).text()).toContain('Ouvert le matin.')
  expect(complaints).toEqual([])
})

test('a picture is pasted, others are chosen by keyboard, and what other tools wrote stays as it was', async () => {
  const table = '<table><tbody><tr><td>Week</td><td>12</td></tr></tbody></table>'
  const id = await article('A calendar', { body: `<p>See here.</p>${table}` })
  const { page, complaints } = await browse(`${origin}/app/knowledge/articles/${id}`, ines.look)
  await activate(body(page).getByText('See here.'))
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${PIXEL}'), letter => letter.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'calendar.png', { type: 'image/png' }))
    const pasting = { clipboardData, bubbles: true, cancelable: true }
    document.querySelector('[contenteditable=true]').dispatchEvent(new ClipboardEvent('paste', pasting))
  })()`)
  await body(page).getByRole('img', { name: 'calendar' }).waitFor()
  await chooseFiles(page.getByRole('button', { name: 'Picture', exact: true }), 'spring.png', 'autumn.png')
  for (const name of ['calendar', 'spring', 'autumn']) await body(page).getByRole('img', { name }).waitFor()
  await expect.poll(async () => (await textOf(id)).body).toMatch(/<img[^>]+calendar\.png/)
  await expect.poll(async () => (await textOf(id)).body).toMatch(/spring\.png.*autumn\.png/s)
  expect((await textOf(id)).body).toMatch(/<table>.*<td>Week<\/td>.*<\/table>/s)
  expect(complaints).toEqual([])
})

test('an article is planned to be published, and the plan forgotten', async () => {
  const id = await article('Winter sale', { state: 'draft' })
  const { page, complaints } = await browse(`${origin}/app/knowledge/articles/${id}`, ines.look)
  await activate(page.getByRole('button', { name: 'More ways to publish' }))
  await activate(page.getByRole('menuitem', { name: 'Publish later…', exact: true }))
  await page.getByLabel('When').fill('2030-01-01T09:00')
  await activate(page.getByRole('button', { name: 'Schedule', exact: true }))
  await page.getByText(/To be published .*2030/).waitFor()
  await activate(page.getByRole('button', { name: 'More ways to publish' }))
  await activate(page.getByRole('menuitem', { name: 'Forget the schedule' }))
  await expect.poll(async () => (await api.get(`/articles/${id}`)).body.scheduled_publish_at).toBe(null)
  expect(complaints).toEqual([])
})

test('an internal article is written and saved by its keys, and found words are told in searches', async () => {
  const { page, complaints } = await browse(`${origin}/app/knowledge/internal`, ines.look)
  await activate(page.getByRole('link', { name: 'How to refund' }))
  await activate(body(page).getByText('Ask Ada.'))
  await page.keyboard.press('End')
  await page.keyboard.type(' Or Tom.')
  const saved = async () => (await api.get(`/internal_articles/${internal}`)).body.body
  await expect.poll(saved).toContain('Or Tom.')
  await activate(page.getByRole('button', { name: 'History' }))
  const history = page.getByRole('dialog', { name: 'History' })
  await activate(history.getByRole('list', { name: 'Versions' }).getByRole('button').last())
  await activate(history.getByRole('button', { name: 'Go back to this' }))
  await expect.poll(saved).not.toContain('Or Tom.')
  await page.goto(`${origin}/app/knowledge/searches`)
  const row = page.getByRole('row', { name: /vacuum repair/ })
  await row.waitFor()
  expect(await row.textContent()).toMatch(/vacuum repairEN22/)
  expect(await page.getByRole('row', { name: /sow/ }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a table is made and filled by buttons and keys, and read on a phone', async () => {
  const id = await article('Distances', { parent_ids: [Number(garden)] })
  const { page, complaints } = await browse(`${origin}/app/knowledge/articles/${id}`, ines.look)
  await activate(body(page).getByText('About Distances.'))
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await activate(page.getByRole('button', { name: 'Table', exact: true }))
  for (const word of ['Crop', 'Between', 'Deep', 'Basil', '20 cm', '1 cm', 'Bean', '15 cm', '3 cm', 'Beet']) {
    await page.keyboard.type(word)
    await page.keyboard.press('Tab')
  }
  await activate(page.getByRole('button', { name: 'Column after' }))
  await activate(page.getByRole('button', { name: 'Delete the column' }))
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Shift+Backspace')
  const written = async (): Promise<string> =>
    (await desk.get(`/app/api/knowledge/articles/${id}`)).body.languages[0].body
  await expect.poll(written).toContain('Bean')
  const shape = (html: string) =>
    [/<tr/g, /<th\b/g, /Between|Beet/g].map(each => html.match(each)?.length ?? 0)
  await expect.poll(async () => shape(await written())).toEqual([4, 3, 0])
  await activate(page.getByRole('button', { name: 'Publish changes' }))
  await expect.poll(async () => (await api.get(`/articles/${id}`)).body.body).toContain('Bean')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${origin}/help/${workspace_id}/en/articles/${id}`)
  const table = page.getByRole('table')
  await table.getByText('Bean').waitFor()
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360)
  expect(complaints).toEqual([])
})

test('somebody who may only read sees no way to write', async () => {
  const { page, complaints } = await browse(`${origin}/app/knowledge/articles/${sowing}`, light.look)
  await body(page).getByText('About When to sow.').waitFor()
  expect(await page.getByRole('button', { name: 'More ways to publish' }).count()).toBe(0)
  expect(await page.getByRole('toolbar').count()).toBe(0)
  expect(await body(page).getAttribute('contenteditable')).toBe('false')
  expect(complaints).toEqual([])
})
