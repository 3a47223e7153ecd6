import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, createWorkspace, ownerId: author_id } = await startGuichet()

const write = async (title: string, fields: object = {}) =>
  (await api.post('/articles', { title, author_id, state: 'published', ...fields })).body.id
const search = async (phrase: string, query = '') =>
  (await api.get(`/articles/search?phrase=${encodeURIComponent(phrase)}${query}`)).body
const idsFor = async (phrase: string, query = '') =>
  (await search(phrase, query)).data.articles.map(({ id }: { id: string }) => id)

const password = await write('Resetting your password', {
  body: '<h2>Two-factor codes</h2><p>Open the settings and choose <b>Security</b>. Your passwords are safe with us.</p>',
})
const billing = await write('Paying invoices', { body: '<p>Every invoice is due in thirty days.</p>' })
const draft = await write('Password policy of tomorrow', { state: 'draft' })
const french = await write('Deliveries', {
  translated_content: {
    fr: { title: 'Les livraisons à l’étranger', body: '<p>Nous expédions partout.</p>', state: 'published' },
  },
})

test('articles are found by their words, in whatever form the language gives them', async () => {
  expect(await idsFor('passwords reset')).toEqual([password])
  expect(await idsFor('invoice pay')).toEqual([billing])
  expect(await idsFor('SECURITY settings')).toEqual([password])
})

test('a title counts for more than a body', async () => {
  const inBody = await write('Something else', {
    body: '<p>Holidays are far away, the word kangaroo is here.</p>',
  })
  const inTitle = await write('Kangaroo')
  expect(await idsFor('kangaroo')).toEqual([inTitle, inBody])
})

test('content is found in the language it is in, with or without accents', async () => {
  for (const phrase of ['livraison', 'etranger', 'étrangers', 'EXPEDIONS'])
    expect([phrase, await idsFor(phrase)]).toEqual([phrase, [french]])
})

test('languages without spaces are cut into words', async () => {
  const japanese = await write('Shipping', {
    translated_content: {
      ja: { title: '東京都の配送について', body: '<p>送料は無料です。</p>', state: 'published' },
    },
  })
  expect(await idsFor('配送')).toEqual([japanese])
  expect(await idsFor('送料')).toEqual([japanese])
})

test('a search that no article answers whole is answered in part, and a misspelt one by what is spelt alike', async () => {
  expect(await idsFor('why is my invoice purple')).toEqual([billing])
  expect(await idsFor('pasword')).toContain(password)
  expect(await idsFor('two-facter codes')).toContain(password)
  expect(await search('zzqxzz')).toMatchObject({ total_count: 0, data: { articles: [], highlights: [] } })
})

test('the beginning of a word finds it while somebody types', async () => {
  expect(await idsFor('resetting your passw')).toEqual([password])
})

test('a search is narrowed by state and by help center', async () => {
  expect(new Set(await idsFor('password'))).toEqual(new Set([password, draft]))
  expect(await idsFor('password', '&state=published')).toEqual([password])
  expect(await idsFor('password', '&state=draft')).toEqual([draft])
  const [{ id }] = (await api.get('/help_center/help_centers')).body.data
  expect(await idsFor('password', `&state=published&help_center_id=${id}`)).toEqual([password])
  expect(await idsFor('password', '&help_center_id=999')).toEqual([])
  expect((await api.get('/articles/search?phrase=a&state=hidden')).status).toBe(400)
})

test('what was found is pointed out where that is asked', async () => {
  expect((await search('passwords', '&state=published')).data.highlights).toEqual([])
  const { data } = await search('password settings', '&state=published&highlight=true')
  expect(data.highlights).toEqual([
    {
      article_id: password,
      highlighted_title: [
        { type: 'plain', text: 'Resetting your ' },
        { type: 'highlight', text: 'password' },
      ],
      highlighted_summary: [expect.arrayContaining([{ type: 'highlight', text: 'settings' }])],
    },
  ])
})

test('results are given page by page and without statistics', async () => {
  await Promise.all(Array.from({ length: 3 }, (_, n) => write(`Walrus ${n}`)))
  const first = await search('walrus', '&per_page=2')
  expect(first).toMatchObject({
    total_count: 3,
    pages: { type: 'pages', page: 1, per_page: 2, total_pages: 2 },
  })
  expect(first.data.articles[0]).not.toHaveProperty('statistics')
  const second = await search('walrus', '&per_page=2&page=2')
  expect([second.total_count, second.data.articles.length]).toEqual([3, 1])
  expect(await search('walrus', '&per_page=2&page=9')).toMatchObject({
    total_count: 3,
    data: { articles: [] },
  })
})

test('a changed article is found by its new words alone, and a deleted one by none', async () => {
  const id = await write('Ostrich')
  await api.put(`/articles/${id}`, { title: 'Emu' })
  expect([await idsFor('ostrich'), await idsFor('emu')]).toEqual([[], [id]])
  await api.delete(`/articles/${id}`)
  expect(await idsFor('emu')).toEqual([])
})

test('odd phrases are searched for, not stumbled over', async () => {
  for (const phrase of [
    "'",
    "a' | b:*",
    '&&&',
    '\\',
    '%_%',
    '😀',
    'x'.repeat(3000),
    ' ',
    '"quoted" -minus (or)',
  ])
    expect((await api.get(`/articles/search?phrase=${encodeURIComponent(phrase)}`)).status).toBe(200)
})

test('nobody finds the articles of another workspace', async () => {
  const other = await createWorkspace()
  expect((await other.api.get('/articles/search?phrase=password')).body.total_count).toBe(0)
})
