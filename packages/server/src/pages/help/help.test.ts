import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { inkOn } from './style.ts'

const { api, origin, id: workspaceId, ownerId, database, createWorkspace } = await startGuichet()

const home = `/help/${workspaceId}`
const parcels = await collection('Parcels', { fr: { name: 'Colis' } })
const abroad = await collection('Abroad', {}, parcels)
const arrival = await article('When does it arrive?', parcels, {
  body: '<p>In two days. <script>alert(1)</script><b>Really</b>.</p>',
  translated_content: {
    fr: { title: 'Quand arrive-t-il ?', body: '<p>Deux jours.</p>', state: 'published' },
  },
})
const customs = await article('Customs and duties', abroad)
const secret = await article('Not said yet', parcels, { state: 'draft' })

test('the address of all help centers leads to one, in a language of the reader', async () => {
  const french = await get(home, { 'accept-language': 'fr-CA,en;q=0.5' })
  expect([french.status, french.headers.get('location')]).toEqual([302, `${home}/fr`])
  expect((await get(home, { 'accept-language': 'de' })).headers.get('location')).toBe(`${home}/en`)
  expect((await get('/help')).status).toBe(302)
})

test('the start shows collections with what can be read in them, and nothing that is empty', async () => {
  await collection('Empty')
  const { text } = await get(`${home}/en`)
  expect(text).toContain('Parcels')
  expect(text).toContain('2 articles')
  expect(text).not.toContain('Empty')
  const french = await get(`${home}/fr`)
  expect(french.text).toContain('Colis')
  expect(french.text).toContain('1 article')
  expect(french.text).toContain('<html lang="fr" dir="ltr">')
})

test('a collection shows its articles and the collections inside it, never a draft', async () => {
  const { text } = await get(`${home}/en/collections/${parcels}-parcels`)
  expect(text).toContain('When does it arrive?')
  expect(text).toContain(`/en/collections/${abroad}-abroad`)
  expect(text).not.toContain('Not said yet')
})

test('an article is at the address the API gives, with its author, and nothing in it runs', async () => {
  const { url } = (await api.get(`/articles/${arrival}`)).body
  const { status, text, headers } = await get(new URL(url).pathname)
  expect(status).toBe(200)
  expect(text).toContain('<b>Really</b>')
  expect(text).toContain('Written by Ada Owner')
  expect(text).not.toContain('alert(1)')
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
  expect(text).toContain(`hreflang="fr" href="${origin}${home}/fr/articles/${arrival}-quand-arrive-t-il"`)
})

test('an article that is not in the language asked for is shown in the one it has', async () => {
  const { status, text } = await get(`${home}/fr/articles/${customs}`)
  expect(status).toBe(200)
  expect(text).toContain('n’est pas encore traduit')
})

test('machines are told what a page is, in data that cannot end early', async () => {
  const tricky = await article('</script><b>x', parcels)
  const { text } = await get(`${home}/en/articles/${tricky}`)
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
  expect(JSON.parse(json)['@graph'][0]).toMatchObject({ '@type': 'Article', headline: '</script><b>x' })
})

test('a draft, an article for an audience, and one of another workspace are not there', async () => {
  const elsewhere = await createWorkspace()
  const theirs = await elsewhere.api.post('/articles', {
    ...{ title: 'Theirs', author_id: elsewhere.ownerId, state: 'published' },
  })
  const audience = await api.post('/audiences', { name: 'Few', predicates: [] })
  const kept = await article('For few', parcels, { audience_ids: [Number(audience.body.id)] })
  for (const id of [secret, Number(theirs.body.id), kept, 999_999_999]) {
    const { status, text } = await get(`${home}/en/articles/${id}`)
    expect(status).toBe(404)
    expect(text).toContain('This page is not here')
  }
  expect((await get(`${home}/en/search?q=few`)).text).not.toContain('For few')
})

test('a search finds what is spelt a little wrong, and suggests while one types', async () => {
  const { text } = await get(`${home}/en/search?q=custms`)
  expect(text).toContain('<mark>Customs</mark>')
  const suggested = JSON.parse((await get(`${home}/en/suggest?q=arr`)).text)
  expect(suggested.found).toMatchObject([{ title: 'When does it arrive?' }])
  const nothing = await get(`${home}/en/search?q=${encodeURIComponent('<i>qqq')}`)
  expect(nothing.text).toContain('Nothing found for “&#60;i&#62;qqq”')
  expect((await get(`${home}/en/search?q=arrive&q=x`)).status).toBe(200)
})

test('reading an article and saying how it was are counted', async () => {
  const id = await article('Counted', parcels)
  await get(`${home}/en/articles/${id}`)
  const said = await fetch(`${origin}${home}/en/articles/${id}/opinions`, {
    method: 'POST',
    body: new URLSearchParams({ opinion: 'happy' }),
    redirect: 'manual',
  })
  expect(said.status).toBe(303)
  const { statistics } = (await api.get(`/articles/${id}`)).body
  expect(statistics).toMatchObject({ views: 1, reactions: 1, happy_reaction_percentage: 100 })
  const odd = await fetch(`${origin}${home}/en/articles/${id}/opinions`, {
    method: 'POST',
    body: new URLSearchParams({ opinion: 'views' }),
  })
  expect(odd.status).toBe(404)
})

test('an old address leads to where its content is now', async () => {
  const { id } = (await api.get('/help_center/help_centers')).body.data[0]
  await api.post(`/help_center/help_centers/${id}/redirects`, {
    ...{
      from_url: `${origin}${home}/old/delivery`,
      locale: 'en',
      target_type: 'article',
      target_id: arrival,
    },
  })
  const { status, headers } = await get(`${home}/old/delivery`)
  expect([status, headers.get('location')]).toEqual([301, `${home}/en/articles/${arrival}`])
})

test('the map of the site lists every page in each of its languages', async () => {
  const { text, headers } = await get(`${home}/sitemap.xml`)
  expect(headers.get('content-type')).toContain('application/xml')
  expect(text).toContain(`<loc>${origin}${home}/fr/articles/${arrival}-quand-arrive-t-il</loc>`)
  expect(text).not.toContain('not-said-yet')
})

test('a page is not sent twice', async () => {
  const { headers } = await get(`${home}/en`)
  expect((await get(`${home}/en`, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
})

test('a help center that is switched off is not there', async () => {
  const other = await createWorkspace()
  expect((await get(`/help/${other.id}/en`)).status).toBe(200)
  await database.unguarded.transaction(tx =>
    tx
      .updateTable('help_centers')
      .set({ website_turned_on: false })
      .where('workspace_id', '=', other.id)
      .execute(),
  )
  expect((await get(`/help/${other.id}/en`)).status).toBe(404)
})

test('text on the colour of a help center can be read', () => {
  expect(['#ffffff', '#ffd400', '#0b6b57', '#000000'].map(inkOn)).toEqual([
    ...['#14181b', '#14181b', '#ffffff', '#ffffff'],
  ])
})

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(origin + path, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function collection(name: string, translated: object = {}, parent?: number): Promise<number> {
  const { body } = await api.post('/help_center/collections', {
    ...{ name, translated_content: translated, ...(parent && { parent_id: parent }) },
  })
  return Number(body.id)
}

async function article(title: string, parent: number, more: object = {}): Promise<number> {
  const { body } = await api.post('/articles', {
    ...{ title, author_id: ownerId, state: 'published', parent_ids: [parent], body: '<p>Text</p>', ...more },
  })
  return Number(body.id)
}
