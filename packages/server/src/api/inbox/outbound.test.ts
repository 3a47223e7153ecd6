import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { signedInAs } from '../../../test/support/members.ts'
import { makeDatabase } from '../../../test/support/own-database.ts'
import { publishNewsDue } from '../../domain/news/index.ts'

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { api, clock, database, ownerId, createWorkspace } = guichet
const owner = await signedInAs(guichet, 'owner')
const [feed] = (await api.get('/news/newsfeeds')).body.data

const draft = async (fields: object = {}) =>
  (await api.post('/news/news_items', { title: 'Soon', body: '<p>New</p>', sender_id: ownerId, ...fields }))
    .body

test('a draft that is scheduled goes live by itself, and is new then', async () => {
  const item = await draft({ newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }] })
  const path = `/app/api/news_items/${item.id}/delivery`
  const at = clock.now() + 3600
  expect((await owner.patch(path, { scheduled_at: at })).body.scheduled_at).toBe(at)
  expect(await publishNewsDue(database, clock.now())).toBe(0)
  clock.advance(3600)
  expect(await publishNewsDue(database, clock.now())).toBe(1)
  const live = (await api.get(`/news/news_items/${item.id}`)).body
  expect([live.state, live.newsfeed_assignments[0].published_at]).toEqual(['live', at])
  expect((await owner.patch(path, { scheduled_at: at + 9999 })).status).toBe(400)
})

test('what cannot be scheduled is refused', async () => {
  const nowhere = await draft()
  const tries = async (id: string, change: object) =>
    (await owner.patch(`/app/api/news_items/${id}/delivery`, change)).status
  expect(await tries(nowhere.id, { scheduled_at: clock.now() + 60 })).toBe(400)
  const item = await draft({ newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }] })
  expect(await tries(item.id, { scheduled_at: clock.now() })).toBe(400)
  expect(await tries(item.id, { scheduled_at: 1e14 })).toBe(400)
  expect(await tries(item.id, { audience_id: '999999' })).toBe(404)
  for (const cover_image_url of ['javascript:alert(1)', 'http://example.com/a.png', 'x'])
    expect(await tries(item.id, { cover_image_url })).toBe(400)
  expect(await tries('999999', {})).toBe(404)
  const other = await createWorkspace()
  const theirs = (await other.api.post('/news/news_items', { title: 'T', sender_id: other.ownerId })).body
  expect(await tries(theirs.id, { cover_image_url: null })).toBe(404)
})

test('newsfeeds are made, renamed and deleted, but for the last one', async () => {
  const { body: made } = await owner.post('/app/api/newsfeeds', { name: ' Gardens ' })
  expect(made.name).toBe('Gardens')
  expect((await owner.patch(`/app/api/newsfeeds/${made.id}`, { name: 'Seeds' })).body.name).toBe('Seeds')
  expect((await owner.post('/app/api/newsfeeds', { name: ' ' })).status).toBe(400)
  expect((await owner.delete(`/app/api/newsfeeds/${made.id}`)).status).toBe(204)
  expect((await owner.delete(`/app/api/newsfeeds/${feed.id}`)).status).toBe(400)
})

test('a banner is changed, and one that says nothing or leads nowhere is refused', async () => {
  const { body: banner } = await owner.post('/app/api/banners', { body: 'Hello' })
  expect(banner).toMatchObject({ state: 'draft', style: 'inline', position: 'top', action: null, people: 0 })
  const path = `/app/api/banners/${banner.id}`
  const link = (target: string) => ({ action: { type: 'link', label: 'Go', target } })
  expect((await owner.patch(path, link('https://example.com'))).body.action).toMatchObject({ label: 'Go' })
  for (const bad of [
    ...[link('javascript:alert(1)'), link('/here'), link('')],
    ...[
      { action: { type: 'link', target: 'https://example.com' } },
      { action: { type: 'reaction', reactions: [] } },
    ],
    ...[{ title: 'x'.repeat(256) }, { body: 'x'.repeat(10_001) }, { style: 'huge' }],
  ])
    expect((await owner.patch(path, bad)).status, JSON.stringify(bad).slice(0, 80)).toBe(400)
  expect((await owner.patch(path, { action: null, body: '<p></p>' })).body.action).toBeNull()
  expect((await owner.post(`${path}/start`)).status).toBe(400)
  await owner.patch(path, { body: 'Hi' })
  const started = (await owner.post(`${path}/start`)).body
  expect([started.state, started.started_at]).toEqual(['live', clock.now()])
  expect((await owner.post(`${path}/stop`)).body.state).toBe('stopped')
  const other = await createWorkspace()
  const stranger = await signedInAs(guichet, 'owner', other)
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.get('/app/api/banners')).body.data).toEqual([])
  expect((await owner.delete(path)).status).toBe(204)
  expect((await owner.get(path)).status).toBe(404)
})

test('one is told how many people some rules select before an audience is made of them', async () => {
  for (const name of ['Ann', 'Bob'])
    await api.post('/contacts', { role: 'user', email: `${name}@size.test`, name })
  const size = async (value: string, attribute = 'email') =>
    owner.post('/app/api/audience_sizes', {
      predicates: [{ attribute, type: 'string', comparison: 'ends_with', value }],
    })
  expect((await size('@size.test')).body.count).toBe(2)
  expect((await size('@nowhere.test')).body.count).toBe(0)
  expect((await size('x', 'no such thing')).status).toBe(422)
})

const AIM = {
  operator: 'OR',
  value: [
    { field: 'email_domain', operator: '=', value: 'garden.example' },
    { field: 'created_at', operator: '<', value: { days_ago: 30 } },
  ],
}

test('a banner and news are for those a search holds for, asked when they look', async () => {
  const { api, owner, ownerId: workspaceOwner, session } = await furnish()
  const { body: banner } = await owner.post('/app/api/banners', { body: 'For gardens', aim: AIM })
  expect(banner).toMatchObject({ aim: AIM, audience_id: null })
  await owner.post(`/app/api/banners/${banner.id}/start`)
  const [feed] = (await api.get('/news/newsfeeds')).body.data
  const { body: item } = await api.post('/news/news_items', {
    ...{ title: 'Seeds', body: '<p>New</p>', sender_id: workspaceOwner, state: 'live' },
    newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
  })
  const path = `/app/api/news_items/${item.id}/delivery`
  expect((await owner.patch(path, { aim: AIM })).body.aim).toEqual(AIM)
  const inside = await session('in@garden.example')
  const outside = await session('out@other.example')
  const sees = async (me: Api) => [
    (await me.post('/messenger/api/banners')).body.data.length,
    (await me.get('/messenger/api/news')).body.data.length,
  ]
  expect([await sees(inside), await sees(outside)]).toEqual([
    [1, 1],
    [0, 0],
  ])
  expect((await owner.post('/app/api/aim_sizes', { aim: AIM })).body).toMatchObject({ count: 1, visitors: 0 })
  const { body: audience } = await api.post('/audiences', { name: 'Nobody', predicates: [] })
  expect((await owner.patch(path, { audience_id: audience.id })).body).toMatchObject({
    aim: null,
    audience_id: audience.id,
  })
  expect((await owner.patch(path, { aim: AIM })).body).toMatchObject({ aim: AIM, audience_id: null })
  expect((await owner.patch(path, { aim: null })).body).toMatchObject({ aim: null, audience_id: null })
  expect(await sees(outside)).toEqual([0, 1])
})

test('whom nothing can be for is refused, with the reason', async () => {
  const { owner } = await furnish()
  const refusal = async (aim: unknown) => {
    const { status, body } = await owner.post('/app/api/banners', { body: 'Hello', aim })
    return [status, body.errors?.[0].message]
  }
  expect(await refusal({ field: 'nonsense', operator: '=', value: 1 })).toEqual([
    400,
    'nonsense is not a valid search field',
  ])
  expect(await refusal({ operator: 'AND', value: [] })).toEqual([
    400,
    expect.stringContaining('Whom it is for'),
  ])
  expect(await refusal({ operator: 'AND', value: 'all' })).toEqual([400, expect.stringContaining('array')])
  expect(await refusal({ field: 'name', operator: '>', value: 'a' })).toEqual([
    400,
    expect.stringContaining('not supported'),
  ])
  expect(await refusal({ field: 'segment_id', operator: '=', value: 'gone' })).toEqual([
    ...[400, 'It asks for a segment that has been deleted'],
  ])
  const both = { body: 'Hello', audience_id: '1', aim: AIM }
  expect((await owner.post('/app/api/banners', both)).status).toBe(400)
})

test('a segment that something is for is not deleted, and what asks for one that is gone is for nobody', async () => {
  const { owner, id, session } = await furnish()
  const rules = {
    operator: 'AND',
    value: [{ field: 'email_domain', operator: '=', value: 'garden.example' }],
  }
  const { body: segment } = await owner.post('/app/api/segments', {
    name: 'Gardens',
    person_type: 'user',
    rules,
  })
  const aim = { operator: 'AND', value: [{ field: 'segment_id', operator: '!=', value: segment.id }] }
  const { body: banner } = await owner.post('/app/api/banners', { title: 'Others', body: 'Hello', aim })
  await owner.post(`/app/api/banners/${banner.id}/start`)
  const outside = await session('out@other.example')
  const seen = async () => (await outside.post('/messenger/api/banners')).body.data.length
  expect(await seen()).toBe(1)
  const { status, body } = await owner.delete(`/app/api/segments/${segment.id}`)
  expect([status, body.errors[0].message]).toEqual([409, expect.stringContaining('banner Others')])
  const { body: settings } = await owner.patch('/app/api/messenger_settings', { aim })
  expect(settings.aim).toEqual(aim)
  // As it would be where both happen at once.
  await database.transaction(tx =>
    tx.deleteFrom('segments').where('workspace_id', '=', id).where('id', '=', segment.id).execute(),
  )
  expect(await seen()).toBe(0)
  expect((await owner.post('/app/api/aim_sizes', { aim })).body.errors[0].message).toContain('deleted')
  await owner.patch('/app/api/messenger_settings', { aim: null })
  const { body: idle } = await owner.post('/app/api/segments', { name: 'Idle', person_type: 'user', rules })
  expect((await owner.delete(`/app/api/segments/${idle.id}`)).status).toBe(204)
  expect((await owner.delete(`/app/api/segments/${idle.id}`)).status).toBe(404)
})

test('the launcher is there for those a search holds for, who are not told for whom', async () => {
  const { owner, id } = await furnish()
  await owner.patch('/app/api/messenger_settings', { aim: AIM, shown_to: ['users'] })
  const settings = async (user_data: object) =>
    (await Api.ofNobody(guichet.origin).post('/messenger/api/sessions', { app_id: id, user_data })).body
      .settings
  const inside = await settings({ email: 'in@garden.example' })
  expect([inside.launcher_visible, inside.aim]).toEqual([true, undefined])
  expect((await settings({ email: 'out@other.example' })).launcher_visible).toBe(false)
  expect((await settings({})).launcher_visible).toBe(false)
  expect(
    (await owner.patch('/app/api/messenger_settings', { aim: { operator: 'AND', value: [] } })).status,
  ).toBe(400)
})

async function furnish() {
  const workspace = await createWorkspace()
  const owner = await signedInAs(guichet, 'owner', workspace)
  const session = async (email: string) => {
    const boot = { app_id: workspace.id, user_data: { email } }
    const { body } = await Api.ofNobody(guichet.origin).post('/messenger/api/sessions', boot)
    return new Api(guichet.origin, body.session)
  }
  return { ...workspace, owner, session }
}
