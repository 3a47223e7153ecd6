import { expect, test } from 'vitest'
import { startGuichet } from '../packages/server/test/support/guichet.ts'
import { letterTo } from '../packages/server/test/support/letters.ts'
import { signedInAs } from '../packages/server/test/support/members.ts'
import { isAccessible } from './support/accessibility.ts'
import { startBrowser } from './support/browser.ts'
import { activate } from './support/keyboard.ts'
import { keepPicture, nameOf, readsWell } from './support/look.ts'

const guichet = await startGuichet()
const { api, origin, id: workspaceId, ownerId, clock } = guichet
const visit = await startBrowser()
const home = `${origin}/help/${workspaceId}`

const parcels = await api.post('/help_center/collections', {
  ...{ name: 'Parcels', description: 'From the click to the courier' },
  translated_content: { fr: { name: 'Colis' } },
})
const [arrival, customs] = await Promise.all(
  ['When does it arrive?', 'Customs and duties'].map(title =>
    api.post('/articles', {
      ...{ title, author_id: ownerId, state: 'published', parent_ids: [Number(parcels.body.id)] },
      body: '<h2>In short</h2><p>In <b>two days</b>.</p><pre><code>a long line '.concat(
        'x'.repeat(300),
        '</code></pre>',
      ),
      translated_content: { fr: { title: `FR ${title}`, body: '<p>Deux jours.</p>', state: 'published' } },
    }),
  ),
)

const owner = await signedInAs(guichet, 'owner')
const [helpCenter] = (await api.get('/help_center/help_centers')).body.data
await owner.patch(`/app/api/help_centers/${helpCenter.id}/site`, {
  ...{ shows_news: true, links: [{ label: 'The shop', url: 'https://example.com' }] },
})
const [feed] = (await api.get('/news/newsfeeds')).body.data
const news = await api.post('/news/news_items', {
  ...{ title: 'Seeds for autumn', body: '<p>Sow <b>now</b>.</p>', sender_id: ownerId, state: 'live' },
  newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
})

const desktop = { width: 1280, height: 800 }
const phone = { width: 320, height: 640 }
const looks = [
  { locale: 'en-GB', colorScheme: 'light', viewport: desktop },
  { locale: 'en-GB', colorScheme: 'dark', viewport: phone },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: desktop },
  { locale: 'fr-FR', colorScheme: 'light', viewport: phone },
] as const

const pages = [
  ['start', ''],
  ['collection', `/collections/${parcels.body.id}`],
  ['article', `/articles/${arrival?.body.id}`],
  ['results', '/search?q=arrive'],
  ['form to write to the team', '/contact'],
  ['page of requests', '/requests'],
  ['page where a link leads', '/requests/enter?token=x'],
  ['list of news', '/news'],
  ['piece of news', `/news/${news.body.id}`],
] as const

for (const look of looks)
  test(`the pages of a help center read well in ${nameOf(look)}`, async () => {
    const language = look.locale.slice(0, 2)
    const { page, complaints, origins } = await visit(`${home}/${language}`, look)
    for (const [name, path] of pages) {
      await page.goto(`${home}/${language}${path}`)
      expect(await page.locator('html').getAttribute('lang'), name).toBe(language)
      await readsWell(page, `help ${name} ${nameOf(look)}`)
    }
    expect(complaints).toEqual([])
    expect([...origins]).toEqual([origin])
  })

test('a reader finds an article by the keyboard alone, while typing', async () => {
  const { page, complaints } = await visit(`${home}/en`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.getByRole('combobox', { name: 'Search' }).focus()
  await page.keyboard.type('dut')
  await page.getByRole('option', { name: /Customs and duties/ }).waitFor()
  await isAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/articles/${customs?.body.id}-customs-and-duties`)
  expect(complaints).toEqual([])
})

test('a reader says how an article was without leaving it', async () => {
  const { page } = await visit(`${home}/en/articles/${customs?.body.id}`)
  await activate(page.getByRole('button', { name: 'Happy' }))
  await page.getByText('Thank you for telling us.').waitFor()
  expect(await page.getByRole('button', { name: 'Happy' }).getAttribute('aria-pressed')).toBe('true')
})

test('a reader without scripts searches, reads and answers all the same', async () => {
  const { page } = await visit(`${home}/en`, { javaScriptEnabled: false })
  await page.getByRole('searchbox', { name: 'Search' }).fill('customs')
  await activate(page.getByRole('button', { name: 'Search' }))
  await activate(page.getByRole('link', { name: /Customs and duties/ }))
  await activate(page.getByRole('button', { name: 'Neutral' }))
  await page.getByRole('heading', { name: 'Customs and duties' }).waitFor()
})

test('a reader changes the language and stays on the article', async () => {
  const { page } = await visit(`${home}/en/articles/${customs?.body.id}`)
  await activate(page.getByRole('link', { name: 'Français' }))
  await page.getByRole('heading', { name: 'FR Customs and duties' }).waitFor()
})

for (const javaScriptEnabled of [true, false])
  test(`a customer writes by the form, follows the mailed link and answers, ${javaScriptEnabled ? 'by the keyboard' : 'without scripts'}`, async () => {
    clock.advance(4000)
    const email = `${javaScriptEnabled ? 'keys' : 'plain'}@example.com`
    const { page, complaints } = await visit(`${home}/en`, { javaScriptEnabled })
    await activate(page.getByRole('link', { name: 'Write to us' }))
    await page.getByRole('textbox', { name: 'Email address' }).fill(email)
    await page.getByRole('textbox', { name: /^Subject/ }).fill('The spade')
    await page.getByRole('textbox', { name: 'Message' }).fill('It snapped.')
    await page.getByRole('button', { name: 'Send' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Thank you, we have it' }).waitFor()
    await activate(page.getByRole('link', { name: 'Your requests' }).last())
    await page.getByRole('textbox', { name: 'Email address' }).fill(email)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Check your mail' }).waitFor()
    const letter = await letterTo(guichet, guichet, email)
    await page.goto(`${home}/en/requests/enter?token=${letter?.token}`)
    await activate(page.getByRole('button', { name: 'Show them' }))
    await activate(page.getByRole('link', { name: /The spade/ }))
    await page.getByText('It snapped.').waitFor()
    const query = { field: 'source.subject', operator: '=', value: 'The spade' }
    const [latest] = (await api.post('/conversations/search', { query })).body.conversations
    const said = {
      type: 'admin',
      admin_id: ownerId,
      message_type: 'comment',
      body: 'A new one is on its way',
    }
    await api.post(`/conversations/${latest.id}/reply`, said)
    await page.reload()
    await page.getByText('A new one is on its way').waitFor()
    await page.getByRole('textbox', { name: 'Answer' }).fill('Thank you')
    await activate(page.getByRole('button', { name: 'Send' }))
    await page.getByText('Thank you', { exact: true }).waitFor()
    if (javaScriptEnabled) await isAccessible(page)
    await keepPicture(page, `help a request ${javaScriptEnabled}`)
    await page.goto(`${home}/en/requests`)
    await activate(page.getByRole('button', { name: 'Sign out' }))
    await page.getByRole('button', { name: 'Send the link' }).waitFor()
    expect(complaints).toEqual([])
  })

test('what was not right in a form is said beside it, and nothing of the rest is lost', async () => {
  const { page } = await visit(`${home}/fr/contact`, { javaScriptEnabled: false, locale: 'fr-FR' })
  await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill('zoe@example.com')
  await page.getByRole('textbox', { name: 'Message' }).fill('   ')
  await activate(page.getByRole('button', { name: 'Envoyer' }))
  await page.getByText('Ce champ est obligatoire.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Adresse e-mail' }).inputValue()).toBe('zoe@example.com')
})
