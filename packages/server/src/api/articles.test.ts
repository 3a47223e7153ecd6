import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'
import { publishDue } from '../domain/article/index.ts'

const guichet = await startGuichet()
const { api, clock, createWorkspace, database, id: workspaceId, origin, ownerId } = guichet

const makeArticle = async (fields: object = {}) =>
  (await api.post('/articles', { title: 'Thanks for everything', author_id: ownerId, ...fields })).body
const publish = (fields: object = {}) => makeArticle({ state: 'published', ...fields })
const error = ({
  status,
  body,
}: {
  status: number
  body: { errors: { code: string; message: string }[] }
}) => [status, body.errors[0]?.code, body.errors[0]?.message]

test('an article is made as a draft without an address, and has one once it is published', async () => {
  const draft = await makeArticle({ body: 'Body of the Article', description: 'About' })
  expect(draft).toEqual({
    ...{ id: draft.id, type: 'article', workspace_id: workspaceId, parent_ids: [], folder_id: null },
    ...{ tags: { type: 'tag.list', tags: [] }, title: 'Thanks for everything', description: 'About' },
    ...{ body: '<p class="no-margin">Body of the Article</p>', body_markdown: 'Body of the Article\n' },
    ...{ author_id: ownerId, state: 'draft', created_at: clock.now(), updated_at: clock.now(), url: null },
    ...{ has_unpublished_changes: false, draft_updated_at: null, audience_ids: [] },
    ...{ ai_chatbot_availability: true, ai_copilot_availability: true, ai_sales_agent_availability: true },
    ...{ created_by_id: ownerId, updated_by_id: ownerId, exclude_from_article_suggestions: false },
    ...{ help_center_audience: 'everyone', scheduled_publish_at: null, scheduled_unpublish_at: null },
    statistics: {
      ...{ type: 'article_statistics', views: 0, conversations: 0, reactions: 0 },
      ...{ happy_reaction_percentage: 0, neutral_reaction_percentage: 0, sad_reaction_percentage: 0 },
      ...{ fin_involvements: 0, fin_resolutions: 0, fin_resolution_rate: 0 },
    },
  })
  const { body: live } = await api.put(`/articles/${draft.id}`, { state: 'published' })
  expect(live.url).toBe(`${origin}/help/${workspaceId}/en/articles/${draft.id}-thanks-for-everything`)
  expect((await api.get(`/articles/${draft.id}`)).body).toEqual(live)
  expect(await topicsOf(guichet, 'article', draft.id)).toEqual([
    ...['article.created', 'article.updated', 'article.published'],
  ])
  const { body: closed } = await api.put(`/articles/${draft.id}`, { state: 'draft' })
  expect([closed.state, closed.url]).toEqual(['draft', null])
  expect((await topicsOf(guichet, 'article', draft.id)).at(-1)).toBe('article.unpublished')
})

test('an article needs an author and a title', async () => {
  expect(error(await api.post('/articles', { title: 'Nobody wrote this', state: 'published' }))).toEqual([
    ...[400, 'parameter_not_found'],
    'author_id must be in the main body or default locale translated_content object',
  ])
  const { status } = await api.post('/articles', {
    title: 'A',
    translated_content: { en: { author_id: ownerId } },
  })
  expect(status).toBe(200)
  const bad = [
    ...[{ title: ' ' }, { title: 'x'.repeat(256) }, { author_id: 99_999_999 }, { state: 'hidden' }],
    ...[{ parent_id: 99_999_999 }, { parent_ids: [99_999_999] }, { folder_id: 99_999_999 }],
    ...[{ body: '<p>a</p>', body_markdown: 'a' }, { translated_content: { xx: { title: 'A' } } }],
    ...[{ translated_content: { fr: { title: 7 } } }, { translated_content: { fr: { body: 'No title' } } }],
  ]
  for (const fields of bad) {
    const answer = await api.post('/articles', { title: 'A', author_id: ownerId, ...fields })
    expect([fields, answer.status]).toEqual([fields, 400])
  }
})

test('what runs is taken out of a body, and videos of known hosts stay', async () => {
  const { body } = await makeArticle({
    body: '<p>Safe<script>alert(1)</script></p><p onclick="x()">Too</p><iframe src="https://evil.example/"></iframe><iframe src="https://www.youtube.com/embed/1"></iframe>',
  })
  expect(body).toBe(
    '<p class="no-margin">Safe</p><p class="no-margin">Too</p><iframe src="https://www.youtube.com/embed/1"></iframe>',
  )
})

test('an article is written in Markdown from 2.16 on', async () => {
  const article = await makeArticle({
    body_markdown: '# Hello\n\nA **bold** <script>alert(1)</script> word\n\n- one\n- two',
  })
  expect(article.body).toContain('<h1>Hello</h1>')
  expect(article.body).toContain('<strong>bold</strong>')
  expect(article.body).not.toContain('script')
  expect(article.body_markdown).toBe('# Hello\n\nA **bold** word\n\n- one\n- two\n')
  expect((await api.at('2.15').get(`/articles/${article.id}`)).body).not.toHaveProperty('body_markdown')
})

test('Markdown of quotes and lists within each other without end is taken as deep as people write', async () => {
  for (const mark of ['> ', '1. ']) {
    const { status, body } = await api.post('/articles', {
      ...{ title: 'Deep', author_id: ownerId, body_markdown: `${mark.repeat(20_000)}word` },
    })
    expect([status, body.body]).toEqual([200, expect.stringContaining('word')])
  }
})

test('an article is in several collections, and up to 2.15 names the first one apart', async () => {
  const [one, two] = await Promise.all(
    ['One', 'Two'].map(async name => Number((await api.post('/help_center/collections', { name })).body.id)),
  )
  const article = await makeArticle({ parent_ids: [two, one], parent_id: one })
  expect(article.parent_ids).toEqual([two, one])
  expect(article).not.toHaveProperty('parent_id')
  const old = api.at('2.11')
  expect((await old.get(`/articles/${article.id}`)).body).toMatchObject({
    parent_id: two,
    parent_type: 'collection',
  })
  const { body: moved } = await old.put(`/articles/${article.id}`, {
    parent_id: String(one),
    parent_type: 'collection',
  })
  expect([moved.parent_id, moved.parent_ids]).toEqual([one, [one]])
  const { body: alone } = await api.put(`/articles/${article.id}`, { parent_ids: [] })
  expect(alone.parent_ids).toEqual([])
  expect((await old.get(`/articles/${article.id}`)).body).toMatchObject({
    parent_id: null,
    parent_type: null,
  })
})

test('lists leave statistics out and show what changed last first', async () => {
  const first = await makeArticle()
  clock.advance(5)
  await makeArticle()
  clock.advance(5)
  await api.put(`/articles/${first.id}`, { title: 'Changed' })
  const { body } = await api.get('/articles?per_page=2')
  expect(body).toMatchObject({
    type: 'list',
    pages: { page: 1, per_page: 2 },
    data: [{ id: first.id, title: 'Changed' }, {}],
  })
  expect(body.data[0]).not.toHaveProperty('statistics')
  expect((await api.get('/articles')).body.pages.per_page).toBe(25)
})

test('a second language makes the help center multilingual', async () => {
  const other = await createWorkspace()
  const sent = {
    ...{ title: 'Thanks for everything', author_id: other.ownerId, state: 'published' },
    translated_content: {
      type: 'article_translated_content',
      fr: { type: 'article_content', title: 'Merci pour tout', body: '<p>Corps</p>', state: 'published' },
    },
  }
  const { body: article } = await other.api.post('/articles', sent)
  expect(article).toMatchObject({
    default_locale: 'en',
    translated_content: {
      type: 'article_translated_content',
      en: { type: 'article_content', title: 'Thanks for everything', state: 'published' },
      fr: {
        ...{ title: 'Merci pour tout', body: '<p class="no-margin">Corps</p>', author_id: other.ownerId },
        url: `${origin}/help/${other.id}/fr/articles/${article.id}-merci-pour-tout`,
      },
    },
  })
  const { body: german } = await other.api.put(`/articles/${article.id}`, {
    translated_content: { de: { title: 'Danke' }, fr: { title: 'Merci' } },
  })
  expect(german.translated_content.de).toMatchObject({ title: 'Danke', state: 'draft' })
  expect(german.translated_content.fr).toMatchObject({ title: 'Merci', state: 'published' })
  const { body: without } = await other.api.put(`/articles/${article.id}`, {
    translated_content: { fr: null },
  })
  expect(without.translated_content).not.toHaveProperty('fr')
  expect((await other.api.at('2.7').get(`/articles/${article.id}`)).body.translated_content.en.title).toBe(
    'Thanks for everything',
  )
})

test('a deleted article is gone with all that hangs on it', async () => {
  const article = await publish()
  const { body: tag } = await api.post('/tags', { name: 'Doomed' })
  await api.post(`/articles/${article.id}/tags`, { id: tag.id })
  expect((await api.delete(`/articles/${article.id}`)).body).toEqual({
    id: article.id,
    object: 'article',
    deleted: true,
  })
  expect(error(await api.get(`/articles/${article.id}`))).toEqual([404, 'not_found', 'Resource Not Found'])
  expect((await api.delete(`/articles/${article.id}`)).status).toBe(404)
  expect((await topicsOf(guichet, 'article', article.id)).at(-1)).toBe('article.deleted')
})

test('changes are staged on a published article and go live when the draft is published', async () => {
  const other = await createWorkspace()
  const { body: article } = await other.api.post('/articles', {
    title: 'Live',
    author_id: other.ownerId,
    state: 'published',
  })
  const path = `/articles/${article.id}`
  expect((await other.api.get(`${path}/draft`)).status).toBe(404)
  clock.advance(5)
  const { body: staged } = await other.api.put(`${path}/draft`, {
    title: 'Staged',
    ai_chatbot_availability: false,
  })
  expect(staged).toMatchObject({
    ...{ title: 'Staged', state: 'published', has_unpublished_changes: true, draft_updated_at: clock.now() },
    ai_chatbot_availability: true,
  })
  await other.api.put(`${path}/draft`, { description: 'More' })
  expect((await other.api.get(`${path}/draft`)).body).toMatchObject({ title: 'Staged', description: 'More' })
  expect((await other.api.get(path)).body).toMatchObject({ title: 'Live', has_unpublished_changes: true })
  const { body: live } = await other.api.post(`${path}/draft/publish`)
  expect(live).toMatchObject({ title: 'Staged', has_unpublished_changes: false, draft_updated_at: null })
  expect(error(await other.api.post(`${path}/draft/publish`))).toEqual([
    ...[422, 'parameter_invalid', 'Article has no draft to publish'],
  ])
})

test('an edit joins the draft that waits, unless it is told to be published', async () => {
  const article = await publish({ title: 'Live' })
  const path = `/articles/${article.id}`
  await api.put(`${path}/draft`, { title: 'Staged' })
  expect((await api.put(path, { description: 'Also staged' })).body).toMatchObject({
    title: 'Live',
    description: '',
  })
  expect((await api.put(path, { state: 'published' })).body).toMatchObject({
    ...{ title: 'Staged', description: 'Also staged', has_unpublished_changes: false },
  })
})

test('drafts of several languages are published by name', async () => {
  const { api, ownerId: author_id } = await createWorkspace()
  const translated_content = { fr: { title: 'Direct', state: 'published' } }
  const { body: article } = await api.post('/articles', {
    title: 'Live',
    author_id,
    state: 'published',
    translated_content,
  })
  const path = `/articles/${article.id}/draft`
  await api.put(path, { title: 'Staged' })
  expect(error(await api.post(`${path}/publish`))).toEqual([
    ...[
      422,
      'parameter_not_found',
      'locales must be specified to publish a draft on a multilingual workspace',
    ],
  ])
  expect(error(await api.post(`${path}/publish`, { locales: ['en', 'fr'] }))).toEqual([
    ...[422, 'parameter_invalid', 'Cannot publish a draft for locale(s) without pending changes: fr'],
  ])
  expect((await api.post(`${path}/publish`, { locales: ['en'] })).body.title).toBe('Staged')
})

test('only a published article takes a draft', async () => {
  const draft = await makeArticle()
  expect(error(await api.put(`/articles/${draft.id}/draft`, { title: 'No' }))).toEqual([
    ...[422, 'parameter_invalid', 'Article must be published before a draft can be staged'],
  ])
  expect((await api.put('/articles/99999999/draft', { title: 'No' })).status).toBe(404)
})

test('every text an article has had can be read again', async () => {
  const article = await publish({ title: 'First', body: '<p>One</p>' })
  await api.put(`/articles/${article.id}`, { title: 'Second' })
  const { body: list } = await api.get(`/articles/${article.id}/versions`)
  expect(list).toMatchObject({
    total_count: 2,
    data: [
      {
        type: 'article_version',
        title: 'Second',
        state: 'published',
        created_via: 'api',
        author_id: String(ownerId),
      },
      { title: 'First', state: 'draft', from_version_id: null },
    ],
  })
  expect(list.data[0].from_version_id).toBe(list.data[1].id)
  const { body: first } = await api.get(`/articles/${article.id}/versions/${list.data[1].id}`)
  expect(first).toMatchObject({ article_id: article.id, title: 'First', body_markdown: 'One\n' })
  expect(error(await api.get(`/articles/${article.id}/versions?locale=xx`))).toEqual([
    400,
    'parameter_invalid',
    'Unknown locale',
  ])
  expect((await api.get(`/articles/${article.id}/versions/1`)).status).toBe(404)
})

const iso = (seconds: number) => new Date((clock.now() + seconds) * 1000).toISOString()

test('an article is published at its moment', async () => {
  const article = await makeArticle({ state: 'published', scheduled_publish_at: iso(60) })
  expect(article).toMatchObject({ state: 'draft', scheduled_publish_at: clock.now() + 60 })
  expect(await publishDue(database, clock.now() + 59, workspaceId)).toBe(0)
  expect(await publishDue(database, clock.now() + 60, workspaceId)).toBe(1)
  expect((await api.get(`/articles/${article.id}`)).body).toMatchObject({
    state: 'published',
    scheduled_publish_at: null,
  })
  expect((await topicsOf(guichet, 'article', article.id)).at(-1)).toBe('article.published')
})

test('a published article keeps its text until a scheduled change', async () => {
  const article = await publish({ title: 'Now' })
  const { body } = await api.put(`/articles/${article.id}`, { title: 'Later', scheduled_publish_at: iso(60) })
  expect(body).toMatchObject({ title: 'Now', has_unpublished_changes: true })
  await publishDue(database, clock.now() + 60, workspaceId)
  expect((await api.get(`/articles/${article.id}`)).body).toMatchObject({
    title: 'Later',
    has_unpublished_changes: false,
  })
})

test('an article is unpublished at its moment, and either schedule takes the place of the other', async () => {
  const article = await publish()
  const path = `/articles/${article.id}`
  await api.put(path, { scheduled_publish_at: iso(30) })
  const { body } = await api.put(path, { scheduled_unpublish_at: iso(60) })
  expect([body.scheduled_publish_at, body.scheduled_unpublish_at]).toEqual([null, clock.now() + 60])
  expect((await api.put(path, { scheduled_unpublish_at: null })).body.scheduled_unpublish_at).toBeNull()
  await api.put(path, { scheduled_unpublish_at: iso(60) })
  await publishDue(database, clock.now() + 60, workspaceId)
  expect((await api.get(path)).body).toMatchObject({ state: 'draft', scheduled_unpublish_at: null })
})

test('a schedule that makes no sense is refused', async () => {
  const draft = await makeArticle()
  const bad = [
    ...[{ scheduled_publish_at: iso(0) }, { scheduled_publish_at: '' }, { scheduled_publish_at: 'tomorrow' }],
    ...[{ scheduled_publish_at: iso(9), state: 'draft' }, { scheduled_unpublish_at: iso(9) }],
    { scheduled_publish_at: iso(9), scheduled_unpublish_at: iso(99) },
  ]
  for (const fields of bad) {
    const { status, body } = await api.put(`/articles/${draft.id}`, fields)
    expect([fields, status, body.errors?.[0]?.code]).toEqual([fields, 400, 'parameter_invalid'])
  }
})

test('tags are put on an article and taken off it', async () => {
  const article = await makeArticle()
  const { body: tag } = await api.post('/tags', { name: 'Independent' })
  const { body: applied } = await api.post(`/articles/${article.id}/tags`, { id: tag.id })
  expect(applied).toMatchObject({
    id: tag.id,
    applied_at: clock.now(),
    applied_by: { type: 'admin', id: String(ownerId) },
  })
  expect((await api.get(`/articles/${article.id}`)).body.tags.tags).toEqual([applied])
  const { body: lifted } = await api.delete(`/articles/${article.id}/tags/${tag.id}`)
  expect(lifted).toEqual({ ...tag, applied_at: null, applied_by: null })
  expect(error(await api.post('/articles/999999/tags', { id: tag.id }))).toEqual([
    404,
    'article_not_found',
    'Article not found',
  ])
  expect(error(await api.post(`/articles/${article.id}/tags`, { id: '999999' }))).toEqual([
    404,
    'tag_not_found',
    'Tag not found',
  ])
})

test('articles of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const article = await publish()
  expect((await other.api.get(`/articles/${article.id}`)).status).toBe(404)
  expect((await other.api.put(`/articles/${article.id}`, { title: 'Mine' })).status).toBe(404)
  expect((await other.api.get(`/articles/${article.id}/versions`)).status).toBe(404)
})
