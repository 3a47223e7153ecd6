import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn, signedInAs } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { clock, origin } = guichet

interface Leaf {
  id: string
  title: string
}

/** A workspace of a test's own, with two teammates who write. */
async function place() {
  const workspace = await guichet.createWorkspace()
  const [one, two] = [
    await buildMember(guichet, 'agent', { workspace }),
    await buildMember(guichet, 'agent', { workspace }),
  ]
  const [ines, tom] = [await signedIn(guichet, one), await signedIn(guichet, two)]
  const collection = async (name: string, parent_id?: string) =>
    (await ines.post('/help_center/collections', { name, ...(parent_id && { parent_id }) })).body.id
  const article = async (title: string, more = {}) =>
    (await ines.post('/articles', { title, author_id: one.adminId, body: '<p>First</p>', ...more })).body.id
  return { workspace, one, two, ines, tom, collection, article }
}

const textOf = async (api: Api, id: string, locale = 'en') =>
  (await api.get(`/app/api/knowledge/articles/${id}`)).body.languages.find(
    (each: { locale: string }) => each.locale === locale,
  )

const save = (api: Api, id: string, text: { revision: string }, more: object, locale = 'en') =>
  api.put(`/app/api/knowledge/articles/${id}/text?locale=${locale}`, {
    ...{ title: 'Sowing', description: '', body: '<p>First</p>', revision: text.revision },
    ...more,
  })

const turnOn = (workspaceId: string) =>
  guichet.database.transaction(tx =>
    tx
      .updateTable('help_centers')
      .set({ website_turned_on: true })
      .where('workspace_id', '=', workspaceId)
      .execute(),
  )

test('the tree holds everything in its order, and nothing of another workspace', async () => {
  const { ines, collection, article } = await place()
  const garden = await collection('Garden')
  const indoor = await collection('Indoor', garden)
  const first = await article('Sowing', { parent_ids: [Number(garden)] })
  const second = await article('Watering', { parent_ids: [Number(garden)], state: 'published' })
  const loose = await article('Nowhere')
  const { body: tree } = await ines.get('/app/api/knowledge/tree')
  expect(
    tree.collections.map(({ id, parent_id }: { id: string; parent_id: string | null }) => [id, parent_id]),
  ).toEqual([
    [garden, null],
    [indoor, garden],
  ])
  expect(tree.places).toEqual([{ collection_id: garden, article_ids: [first, second] }])
  expect(tree.articles.find(({ id }: Leaf) => id === second)).toMatchObject({
    ...{ title: 'Watering', collection_ids: [garden], views: 0 },
    languages: [{ locale: 'en', state: 'published', has_unpublished_changes: false, title: 'Watering' }],
  })
  expect(tree.articles.find(({ id }: Leaf) => id === loose).collection_ids).toEqual([])
  const other = await place()
  const { body: elsewhere } = await other.ines.get('/app/api/knowledge/tree')
  expect([elsewhere.collections, elsewhere.articles, elsewhere.places]).toEqual([[], [], []])
  expect((await other.ines.get(`/app/api/knowledge/articles/${first}`)).status).toBe(404)
  expect(
    (await other.ines.put(`/app/api/knowledge/articles/${first}/place`, { collection_id: null })).status,
  ).toBe(404)
})

test('articles and collections are put in order, and readers find them in it', async () => {
  const { workspace, ines, collection, article } = await place()
  const [garden, indoor] = [await collection('Garden'), await collection('Indoor')]
  const ids = [
    await article('A', { parent_ids: [Number(garden)], state: 'published' }),
    await article('B', { parent_ids: [Number(garden)], state: 'published' }),
    await article('C', { parent_ids: [Number(garden)], state: 'published' }),
  ]
  const [a, b, c] = ids
  const order = async (of: string) =>
    (await ines.get('/app/api/knowledge/tree')).body.places.find(
      ({ collection_id }: { collection_id: string }) => collection_id === of,
    )?.article_ids ?? []
  const put = (id: string, body: object) => ines.put(`/app/api/knowledge/articles/${id}/place`, body)
  expect((await put(c ?? '', { collection_id: garden, before_id: a })).status).toBe(204)
  expect(await order(garden)).toEqual([c, a, b])
  await turnOn(workspace.id)
  const { body: site } = await ines.get('/help_center/help_centers')
  const shown = await (await fetch(`${site.data[0].url}/en/collections/${garden}`)).text()
  expect([...shown.matchAll(/<strong>([ABC])</g)].map(([, name]) => name)).toEqual(['C', 'A', 'B'])
  await put(a ?? '', { from_id: garden, collection_id: indoor })
  expect([await order(garden), await order(indoor)]).toEqual([[c, b], [a]])
  // A change that says nothing of its places leaves them, and one that names them keeps what it can.
  await ines.put(`/articles/${c}`, { title: 'C2' })
  await ines.put(`/articles/${b}`, { parent_ids: [Number(garden), Number(indoor)] })
  expect([await order(garden), await order(indoor)]).toEqual([
    [c, b],
    [a, b],
  ])
  await put(a ?? '', { from_id: indoor, collection_id: null })
  expect((await ines.get(`/articles/${a}`)).body.parent_ids).toEqual([])
  expect((await put(a ?? '', { collection_id: '999999' })).status).toBe(400)

  const shelve = (id: string, body: object) => ines.put(`/app/api/knowledge/collections/${id}/place`, body)
  expect((await shelve(indoor, { parent_id: null, before_id: garden })).status).toBe(204)
  const shelves = async () =>
    (await ines.get('/app/api/knowledge/tree')).body.collections.map(({ id }: Leaf) => id)
  expect(await shelves()).toEqual([indoor, garden])
  await shelve(indoor, { parent_id: garden })
  expect((await ines.get(`/help_center/collections/${indoor}`)).body.parent_id).toBe(garden)
  expect((await shelve(garden, { parent_id: indoor })).status).toBe(400)
  expect((await shelve('999999', { parent_id: null })).status).toBe(404)
})

test('what is written of a published text waits, is one version a sitting, and is let go of or published', async () => {
  const { ines, article } = await place()
  const id = await article('Sowing', { state: 'published' })
  const versions = async () => (await ines.get(`/articles/${id}/versions`)).body.total_count
  const first = await textOf(ines, id)
  const { body: one } = await save(ines, id, first, { body: '<p>Second</p>' })
  expect(one).toMatchObject({ outcome: 'saved', text: { has_unpublished_changes: true, state: 'published' } })
  const { body: two } = await save(ines, id, one.text, { body: '<p>Third</p>' })
  expect(two.version_id).toBe(one.version_id)
  expect(await versions()).toBe(2)
  expect((await ines.get(`/articles/${id}`)).body.body).toContain('First')
  expect((await textOf(ines, id)).body).toContain('Third')
  clock.advance(3600)
  const { body: three } = await save(ines, id, two.text, { body: '<p>Fourth</p>' })
  expect(three.version_id).not.toBe(two.version_id)
  expect(await versions()).toBe(3)
  // The same text again changes nothing.
  expect((await save(ines, id, three.text, { body: three.text.body })).body.text.revision).toBe(
    three.text.revision,
  )
  await ines.put(`/articles/${id}`, { translated_content: { en: { state: 'published' } } })
  expect((await ines.get(`/articles/${id}`)).body).toMatchObject({
    body: expect.stringContaining('Fourth'),
    has_unpublished_changes: false,
  })
  const live = await textOf(ines, id)
  await save(ines, id, live, { title: 'Thrown away' })
  const { body: after } = await ines.delete(`/app/api/knowledge/articles/${id}/text?locale=en`)
  expect(after.languages[0]).toMatchObject({ title: 'Sowing', has_unpublished_changes: false })
  expect((await ines.delete(`/app/api/knowledge/articles/${id}/text?locale=en`)).status).toBe(422)
})

test('a draft is found by the words it has now', async () => {
  const { ines, article } = await place()
  const id = await article('Sowing')
  await save(ines, id, await textOf(ines, id), { title: 'Repotting orchids', body: '<p>Bark and moss</p>' })
  const found = async (phrase: string) =>
    (await ines.get(`/articles/search?phrase=${phrase}`)).body.data.articles.map((each: Leaf) => each.id)
  expect([await found('orchids'), await found('moss')]).toEqual([[id], [id]])
  expect((await ines.get(`/articles/${id}`)).body).toMatchObject({
    title: 'Repotting orchids',
    state: 'draft',
  })
})

test('of two who write at once, neither loses a word', async () => {
  const { ines, tom, one, article } = await place()
  const id = await article('Sowing')
  const both = await textOf(ines, id)
  const { body: mine } = await save(ines, id, both, { body: '<p>By Inès</p>' })
  const { body: late } = await save(tom, id, both, { body: '<p>By Tom</p>' })
  expect(late).toMatchObject({
    outcome: 'kept_aside',
    text: { body: expect.stringContaining('By Inès'), saved_by: { id: String(one.adminId), name: one.name } },
  })
  const { body: kept } = await tom.get(`/articles/${id}/versions/${late.version_id}`)
  expect(kept.body).toContain('By Tom')
  // Tom keeps his own: the text of Inès stays a version.
  const { body: settled } = await save(tom, id, late.text, { body: '<p>By Tom</p>' })
  expect(settled).toMatchObject({ outcome: 'saved', text: { body: expect.stringContaining('By Tom') } })
  const { body: hers } = await ines.get(`/articles/${id}/versions/${mine.version_id}`)
  expect(hers.body).toContain('By Inès')
  // Whoever brings the very text that stands there already is told that it is saved.
  expect((await save(ines, id, both, { body: '<p>By Tom</p>' })).body.outcome).toBe('saved')
})

test('languages are written each for itself', async () => {
  const { ines, article } = await place()
  const id = await article('Sowing')
  await ines.put(`/articles/${id}`, { translated_content: { fr: { title: 'Semer', state: 'draft' } } })
  const french = await textOf(ines, id, 'fr')
  expect(french).toMatchObject({ title: 'Semer', state: 'draft', url: null })
  await save(ines, id, french, { title: 'Semer au printemps', body: '<p>Doucement</p>' }, 'fr')
  expect(await textOf(ines, id)).toMatchObject({ title: 'Sowing', body: expect.stringContaining('First') })
  expect((await textOf(ines, id, 'fr')).body).toContain('Doucement')
  expect((await save(ines, id, french, {}, 'de')).status).toBe(404)
})

test('what is hostile in a text is taken out, and what is no text is refused', async () => {
  const { ines, article } = await place()
  const id = await article('Sowing')
  const text = await textOf(ines, id)
  const { body } = await save(ines, id, text, { body: '<p onclick="x()">Hi<script>alert(1)</script></p>' })
  expect(body.text.body).not.toMatch(/script|onclick/)
  for (const wrong of [{ title: '' }, { title: 'x'.repeat(300) }, { body: 7 }, { author_id: '999999' }])
    expect((await save(ines, id, body.text, wrong)).status, JSON.stringify(wrong)).toBe(400)
})

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64')

test('a picture is kept and served; what only says it is one is refused', async () => {
  const { ines } = await place()
  const keep = (data: string, name = 'Mon image.svg') =>
    ines.post('/app/api/knowledge/images', { name, data })
  const { body, status } = await keep(PNG)
  expect([status, body.url]).toEqual([200, expect.stringMatching(/\/attachments\/[^/]+\/Mon-image\.png$/)])
  expect((await fetch(body.url)).headers.get('content-type')).toBe('image/png')
  for (const data of [Buffer.from('<svg onload="x()"/>').toString('base64'), 'not base64!', ''])
    expect((await keep(data)).status).toBe(400)
})

test('teammates see an article as readers will, strangers do not', async () => {
  const { ines, article } = await place()
  const id = await article('Sowing', { body: '<div class="callout"><p>Mind the frost</p></div>' })
  const { body } = await ines.get(`/app/api/knowledge/articles/${id}`)
  const look = (api: Api | undefined) =>
    fetch(`${origin}/help-preview/${body.site.id}/en/${id}`, {
      redirect: 'manual',
      ...(api && { headers: { cookie: `guichet_session=${api.token}` } }),
    })
  const page = await look(ines)
  const html = await page.text()
  expect([page.status, html.includes('Mind the frost'), html.includes('noindex')]).toEqual([200, true, true])
  const stranger = await look(undefined)
  expect([stranger.status, stranger.headers.get('location')]).toEqual([
    302,
    expect.stringContaining('/app/sign-in'),
  ])
  const other = await signedInAs(guichet, 'owner', await guichet.createWorkspace())
  expect((await look(other)).status).toBe(404)
})

test('what readers look for is counted by its words, and nothing that tells of somebody is kept', async () => {
  const { ines, article, workspace } = await place()
  await article('Sowing tomatoes', { state: 'published' })
  await turnOn(workspace.id)
  const { body: site } = await ines.get('/help_center/help_centers')
  const search = (phrase: string, more = '') =>
    fetch(`${origin}/help/${site.data[0].identifier}/en/search?q=${encodeURIComponent(phrase)}${more}`)
  for (const phrase of [
    'Tomatoes',
    'tomatoes ',
    'zeppelin   repair',
    'Zeppelin repair',
    'joe@example.com',
    '+33 6 12 34 56 78',
    'x',
  ])
    expect((await search(phrase)).status).toBe(200)
  await search('zeppelin repair', '&page=2')
  const { body: all } = await ines.get('/app/api/knowledge/searches')
  expect(all).toMatchObject({ searches: 4, unanswered: 2 })
  const told = all.data.map((each: { phrase: string; searches: number; unanswered: number }) => [
    ...[each.phrase, each.searches, each.unanswered],
  ])
  expect(told.toSorted()).toEqual([
    ['tomatoes', 2, 0],
    ['zeppelin repair', 2, 2],
  ])
  const { body: vain } = await ines.get('/app/api/knowledge/searches?unanswered=true')
  expect(vain.data.map((each: { phrase: string }) => each.phrase)).toEqual(['zeppelin repair'])
  clock.advance(8 * 86_400)
  expect((await ines.get('/app/api/knowledge/searches?days=7')).body).toMatchObject({ searches: 0, data: [] })
  expect((await ines.get('/app/api/knowledge/searches?days=0')).status).toBe(400)
  const { body: elsewhere } = await (await place()).ines.get('/app/api/knowledge/searches?days=90')
  expect(elsewhere.data).toEqual([])
})

test('an internal article is saved as it is written, keeps what it was, and loses nothing when two write', async () => {
  const { ines, tom, one, workspace } = await place()
  const { id } = (
    await ines.post('/internal_articles', {
      ...{ title: 'Refunds', body: '<p>Ask Ada.</p>', author_id: one.adminId, owner_id: one.adminId },
    })
  ).body
  const path = `/app/api/knowledge/internal_articles/${id}`
  const text = async () => (await ines.get(path)).body.text
  const save = async (api: Api, title: string, body: string, revision: string) =>
    (await api.put(`${path}/text`, { title, body, revision })).body
  const first = await text()
  const second = await save(ines, 'Refunds', '<p>Ask Ada. Or Tom.</p>', first.revision)
  expect(second).toMatchObject({ outcome: 'saved', text: { saved_by: { name: one.name } } })
  clock.advance(60)
  const third = await save(ines, 'Refunds', '<p>Ask Tom.</p>', second.text.revision)
  expect(third.version_id).toBe(second.version_id)
  const aside = await save(tom, 'Refunds', '<p>Ask nobody.</p>', first.revision)
  expect(aside).toMatchObject({ outcome: 'kept_aside', text: { revision: third.text.revision } })
  expect((await workspace.api.get(`/internal_articles/${id}`)).body.body).toContain('Ask Tom.')
  clock.advance(3600)
  await save(ines, 'Refunds and returns', '<p>Ask Tom.</p>', third.text.revision)
  await ines.put(`/internal_articles/${id}`, { body: '<p>By the API.</p>' })
  const versions = (await ines.get(`${path}/versions`)).body.data
  expect(
    versions.map((each: { created_via: string; current: boolean }) => [each.created_via, each.current]),
  ).toEqual([
    ...[
      ['api', true],
      ['editor', false],
      ['editor', false],
      ['editor', false],
      ['api', false],
    ],
  ])
  const whole = (await ines.get(`${path}/versions/${aside.version_id}`)).body
  expect(whole.body).toContain('Ask nobody.')
  expect((await ines.get(`${path}/versions/999999`)).status).toBe(404)
  expect((await ines.put(`${path}/text`, { title: ' ', body: '', revision: '1' })).status).toBe(400)
  await guichet.database.transaction(tx =>
    sql`update internal_articles set version_id = null
    where workspace_id = ${workspace.id} and id = ${id}`.execute(tx),
  )
  expect(await save(tom, 'Refunds', 'Anew', (await text()).revision)).toMatchObject({ outcome: 'saved' })
  const [newest, before] = (await ines.get(`${path}/versions`)).body.data
  expect([newest.current, before.created_via]).toEqual([true, 'api'])
  const stranger = await place()
  expect((await stranger.ines.get(path)).status).toBe(404)
  expect((await stranger.ines.put(`${path}/text`, { title: 'x', body: '', revision: '1' })).status).toBe(404)
})
