import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { api, clock, createWorkspace, ownerId } = guichet

const makeArticle = async (fields: object = {}) =>
  (await api.post('/articles', { title: 'An article', author_id: ownerId, state: 'published', ...fields }))
    .body
const makeInternal = async (fields: object = {}) =>
  (
    await api.post('/internal_articles', {
      title: 'Runbook',
      author_id: ownerId,
      owner_id: ownerId,
      ...fields,
    })
  ).body
const makeSnippet = async (fields: object = {}) =>
  (await api.post('/content_snippets', { title: 'A snippet', ...fields })).body
const makeFolder = async (fields: object = {}) =>
  (await api.post('/folders', { folder: { name: 'Docs', ...fields } })).body
const makeTag = async (name: string) => (await api.post('/tags', { name })).body
const error = ({
  status,
  body,
}: {
  status: number
  body: { errors: { code: string; message: string }[] }
}) => [status, body.errors[0]?.code, body.errors[0]?.message]

test('an internal article is written, changed and deleted', async () => {
  const made = await makeInternal({ body: 'Body of the Article' })
  expect(made).toEqual({
    ...{ type: 'internal_article', id: made.id, title: 'Runbook', locale: 'en', folder_id: null },
    ...{ body: '<p class="no-margin">Body of the Article</p>', body_markdown: 'Body of the Article\n' },
    ...{ author_id: ownerId, owner_id: ownerId, created_at: clock.now(), updated_at: clock.now() },
    ...{ ai_chatbot_availability: false, ai_copilot_availability: false, ai_sales_agent_availability: false },
    ...{ audience_ids: [], tags: { type: 'tag.list', tags: [] } },
  })
  expect(Object.keys((await api.at('2.13').get(`/internal_articles/${made.id}`)).body)).not.toContain(
    'body_markdown',
  )
  const { body: changed } = await api.put(`/internal_articles/${made.id}`, { title: 'Playbook' })
  expect(changed).toEqual({ ...made, title: 'Playbook' })
  expect((await api.get('/internal_articles')).body).toMatchObject({
    pages: { per_page: 25 },
    data: [changed],
  })
  expect((await api.delete(`/internal_articles/${made.id}`)).body).toEqual({
    ...{ id: made.id, object: 'internal_article', deleted: true },
  })
  expect(error(await api.get(`/internal_articles/${made.id}`))).toEqual([
    404,
    'not_found',
    'Resource Not Found',
  ])
})

test('an internal article without an author is refused in the words of the API', async () => {
  expect(error(await api.at('2.13').post('/internal_articles', { title: 'A', body: 'B' }))).toEqual([
    ...[400, 'parameter_not_found'],
    'author_id must be in the main body or default locale translated_content object',
  ])
  const unknown = await api.post('/internal_articles', {
    title: 'A',
    author_id: ownerId,
    owner_id: ownerId,
    audience_ids: [999],
  })
  expect(error(unknown)).toEqual([
    404,
    'parameter_invalid',
    'audience_ids contains unknown audience IDs: 999',
  ])
})

test('folders nest and count what is right in them', async () => {
  const outer = await makeFolder({ emoji: '📚', description: 'internal' })
  expect(outer).toEqual({
    ...{ id: outer.id, name: 'Docs', description: 'internal', emoji: '📚', parent_folder_id: null },
    ...{ content_count: 0, created_at: clock.now(), updated_at: clock.now() },
  })
  const inner = await makeFolder({ parent_folder_id: outer.id })
  const internal = await makeInternal({ folder_id: inner.id })
  await makeArticle({ folder_id: outer.id })
  expect((await api.get(`/folders/${outer.id}`)).body.content_count).toBe(1)
  const { body: children } = await api.get(`/folders?parent_folder_id=${outer.id}`)
  expect(children.data).toMatchObject([{ id: inner.id, content_count: 1 }])
  expect((await api.put(`/folders/${outer.id}`, { folder: { parent_folder_id: inner.id } })).status).toBe(400)
  const { body: found } = await api.get(`/internal_articles/search?folder_id=${outer.id}`)
  expect(found).toMatchObject({ total_count: 1, data: { internal_articles: [{ id: internal.id }] } })
  expect((await api.delete(`/folders/${outer.id}`)).status).toBe(422)
  await api.put(`/internal_articles/${internal.id}`, { folder_id: null })
  expect((await api.delete(`/folders/${inner.id}`)).body).toEqual({
    id: inner.id,
    object: 'folder',
    deleted: true,
  })
})

test('a snippet has blocks and the Markdown of them', async () => {
  const json_blocks = [{ type: 'paragraph', text: 'Navigate to Settings > Security > Reset password.' }]
  const made = await makeSnippet({ title: 'How to reset your password', json_blocks, locale: 'en' })
  expect(made).toEqual({
    ...{
      type: 'content_snippet',
      id: made.id,
      title: 'How to reset your password',
      locale: 'en',
      json_blocks,
    },
    body_markdown: '# How to reset your password\n\nNavigate to Settings > Security > Reset password.\n',
    ...{ chatbot_availability: 0, copilot_availability: 0, ai_chatbot_availability: false },
    ...{ ai_copilot_availability: false, ai_sales_agent_availability: false, audience_ids: [] },
    ...{ created_at: clock.now(), updated_at: clock.now() },
  })
  const { body } = await api.put(`/content_snippets/${made.id}`, {
    ...{
      body_markdown: '# How to reset your password\n\nGo **there**.\n\n- one\n- two',
      ai_chatbot_availability: true,
    },
  })
  expect(body).toMatchObject({
    chatbot_availability: 1,
    json_blocks: [
      { type: 'paragraph', text: 'Go <strong>there</strong>.' },
      { type: 'unorderedList', items: ['one', 'two'] },
    ],
    body_markdown: '# How to reset your password\n\nGo **there**.\n\n- one\n- two\n',
  })
  expect(await topicsOf(guichet, 'content_snippet', made.id)).toEqual([
    'content_snippet.created',
    'content_snippet.updated',
  ])
})

test('a snippet is listed flat, deleted without an answer, and refused in the words of the API', async () => {
  const made = await makeSnippet()
  const { body } = await api.get('/content_snippets?per_page=1')
  expect(body).toMatchObject({ page: 1, per_page: 1, data: [{ id: made.id }] })
  const deleted = await api.delete(`/content_snippets/${made.id}`)
  expect([deleted.status, deleted.body]).toEqual([204, undefined])
  expect(error(await api.get(`/content_snippets/${made.id}`))).toEqual([
    404,
    'not_found',
    'Content snippet not found',
  ])
  expect(error(await api.post('/content_snippets', { title: 'A', locale: 'tlh' }))).toEqual([
    ...[422, 'validation_error', 'The language is not currently supported for Fin'],
  ])
})

test('what runs is taken out of blocks', async () => {
  const json_blocks = [
    { type: 'paragraph', text: 'Fine <script>alert(1)</script><b>bold</b>' },
    { type: 'image', url: 'javascript:alert(1)' },
  ]
  expect((await makeSnippet({ json_blocks })).json_blocks).toEqual([
    { type: 'paragraph', text: 'Fine <b>bold</b>' },
    { type: 'image' },
  ])
})

test('every kind of content is tagged, in the name of an admin where one is given', async () => {
  const tag = await makeTag('Everywhere')
  const internal = await makeInternal()
  const snippet = await makeSnippet()
  for (const path of [`/internal_articles/${internal.id}`, `/content_snippets/${snippet.id}`]) {
    const { body } = await api.post(`${path}/tags`, { id: tag.id, admin_id: String(ownerId) })
    expect(body).toMatchObject({ ...tag, applied_by: { type: 'admin', id: String(ownerId) } })
    expect((await api.delete(`${path}/tags/${tag.id}`)).body).toEqual({
      ...tag,
      applied_at: null,
      applied_by: null,
    })
  }
  expect(error(await api.post('/internal_articles/999/tags', { id: tag.id }))[1]).toBe(
    'internal_article_not_found',
  )
  expect(error(await api.post('/content_snippets/999/tags', { id: tag.id }))[1]).toBe(
    'content_snippet_not_found',
  )
})

const search = async (query: string) => (await api.get(`/content/search?${query}`)).body

test('content of every kind is found by its words', async () => {
  const article = await makeArticle({
    title: 'Narwhal FAQ',
    translated_content: { fr: { title: 'Narval FAQ' } },
  })
  const internal = await makeInternal({ title: 'Narwhal SOP' })
  const snippet = await makeSnippet({ title: 'Narwhal hint' })
  const { data, total_count, pages } = await search('query=narwhal')
  expect([total_count, pages]).toEqual([
    3,
    { type: 'pages', page: 1, per_page: 10, total_pages: 1, next: null, prev: null },
  ])
  expect(data).toEqual(
    expect.arrayContaining([
      { type: 'internal_article', id: internal.id, title: 'Narwhal SOP' },
      { type: 'content_snippet', id: snippet.id, title: 'Narwhal hint' },
      {
        ...{ type: 'article', id: article.id, title: 'Narwhal FAQ' },
        contents: [
          { type: 'article_content', id: expect.any(String), title: 'Narwhal FAQ', locale: 'en' },
          { type: 'article_content', id: expect.any(String), title: 'Narval FAQ', locale: 'fr' },
        ],
      },
    ]),
  )
})

test('a content search is narrowed by what is known of the content', async () => {
  const tag = await makeTag('Narrow')
  const folder = await makeFolder()
  const article = await makeArticle({
    title: 'Okapi one',
    folder_id: folder.id,
    ai_copilot_availability: false,
  })
  const draft = await makeArticle({ title: 'Okapi two', state: 'draft' })
  const internal = await makeInternal({ title: 'Okapi three' })
  await api.post(`/articles/${article.id}/tags`, { id: tag.id })
  const ids = async (query: string) =>
    (await search(`query=okapi&${query}`)).data.map(({ id }: { id: string }) => id).toSorted()
  const cases: [string, string[]][] = [
    ['content_types=article', [article.id, draft.id]],
    ['content_types=article,snippet&states=draft', [draft.id]],
    ['content_types=article&content_types=internal_article&states=published', [article.id, internal.id]],
    [`tag_ids=${tag.id}`, [article.id]],
    [`any_tag_ids=${tag.id}`, [article.id]],
    [`tag_ids=${tag.id}&tag_operator=NIN`, [draft.id, internal.id]],
    [`folder_ids=${folder.id}&folder_entity_type=folder`, [article.id]],
    ['copilot_state=on', [draft.id]],
    ['locales=de', []],
    [
      `created_by_ids=${ownerId}&created_at_after=${clock.now()}&updated_at_before=${clock.now()}`,
      [article.id, draft.id, internal.id],
    ],
    [`created_at_after=${clock.now() + 1}`, []],
    ['content_types=file_source_content', []],
  ]
  for (const [query, wanted] of cases) expect([query, await ids(query)]).toEqual([query, wanted.toSorted()])
})

test('without words the latest content comes first, page by page', async () => {
  clock.advance(5)
  const latest = await makeSnippet({ title: 'Latest' })
  const { data, pages } = await search('per_page=1')
  expect(data).toEqual([{ type: 'content_snippet', id: latest.id, title: 'Latest' }])
  expect(pages.next).toContain('page=2')
  expect((await search('per_page=1&page=2')).pages.prev).toContain('page=1')
})

test('a content search that cannot be read is refused with 422', async () => {
  for (const query of [
    `query=${'x'.repeat(501)}`,
    'folder_ids=1',
    'states=hidden',
    'tag_ids=many',
    'copilot_state=maybe',
  ])
    expect([query, (await api.get(`/content/search?${query}`)).status]).toEqual([query, 422])
})

const bulk = (action: string, content_ids: object[], more: object = {}) =>
  api.post('/content/bulk_actions', { action, content_ids, ...more })
const contentIdOf = async (title: string) =>
  (await search(`query=${title}&content_types=article`)).data[0].contents[0].id

test('much content is tagged at once', async () => {
  const [add, remove] = [await makeTag('Added'), await makeTag('Removed')]
  const article = await makeArticle()
  await api.post(`/articles/${article.id}/tags`, { id: remove.id })
  const { body } = await bulk(
    'update_tags',
    [
      { type: 'article', id: article.id },
      { type: 'article_content', id: '1' },
    ],
    {
      tags: { add_tag_ids: [Number(add.id)], remove_tag_ids: [Number(remove.id)] },
    },
  )
  expect(body).toEqual({ type: 'content_bulk_action', status: 'queued' })
  expect((await api.get(`/articles/${article.id}`)).body.tags.tags).toMatchObject([{ id: add.id }])
})

test('much content is unpublished, published, made available and deleted at once', async () => {
  const article = await makeArticle({ title: 'Quokka' })
  const internal = await makeInternal()
  const id = await contentIdOf('quokka')
  const state = async () => (await api.get(`/articles/${article.id}`)).body.state
  await bulk('unpublish', [{ type: 'article_content', id }])
  expect(await state()).toBe('draft')
  await bulk('publish', [{ type: 'article_content', id }])
  expect(await state()).toBe('published')
  const both = [
    { type: 'article_content', id },
    { type: 'internal_article', id: internal.id },
  ]
  await bulk('set_availability', both, { availability: { ai_agent: false, copilot: true } })
  expect((await api.get(`/articles/${article.id}`)).body).toMatchObject({
    ai_chatbot_availability: false,
    ai_sales_agent_availability: true,
  })
  expect((await api.get(`/internal_articles/${internal.id}`)).body.ai_copilot_availability).toBe(true)
  await bulk('delete', both)
  expect((await api.get(`/articles/${article.id}`)).status).toBe(404)
  expect((await api.get(`/internal_articles/${internal.id}`)).status).toBe(404)
})

test('a bulk action that makes no sense is refused with 422', async () => {
  const item = [{ type: 'article', id: '1' }]
  const bad: [string, object[], object?][] = [
    ['paint', item],
    ['publish', []],
    ['publish', Array(1001).fill(item[0])],
    ['publish', [{ type: 'poem', id: '1' }]],
    ['set_availability', item],
    ['set_audience', item],
    ['update_tags', item],
    ['update_tags', item, { tags: {} }],
    ['update_tags', item, { tags: { add_tag_ids: [999_999] } }],
  ]
  for (const [action, ids, more] of bad)
    expect([action, (await bulk(action, ids, more)).status]).toEqual([action, 422])
})

test('content of another workspace is out of reach of a bulk action', async () => {
  const other = await createWorkspace()
  const internal = await makeInternal()
  await other.api.post('/content/bulk_actions', {
    action: 'delete',
    content_ids: [{ type: 'internal_article', id: internal.id }],
  })
  expect((await api.get(`/internal_articles/${internal.id}`)).status).toBe(200)
})
