import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { signedInAs } from '../../../test/support/members.ts'
import { forgetAsked } from '../../jobs/forget-api-requests.ts'

const guichet = await startGuichet()
const { clock, createWorkspace, database } = guichet

const read = async (api: { get: typeof guichet.api.get }, query = '') =>
  (await api.get(`/app/api/requests${query}`)).body.data

test('what clients ask is logged: by whom, at which version, how long it took, and what became of it', async () => {
  const { api, id } = await createWorkspace()
  const reader = await signedInAs(guichet, 'admin', { id })
  const asked = await api.at('2.11').get('/contacts/nobody', { headers: { 'user-agent': 'sync/1.4' } })
  await api.at('2.14').post('/tags', { name: 'Red' }, { headers: { 'user-agent': 'sync/1.4' } })
  await expect.poll(() => read(reader)).toHaveLength(2)
  const [tag, contact] = await read(reader)
  expect(contact).toMatchObject({
    ...{ method: 'GET', path: '/contacts/{id}', status: 404, error_code: asked.body.errors[0].code },
    ...{ version: '2.11', client: 'sync/1.4', app_name: 'Guichet' },
    request_id: asked.headers.get('x-request-id'),
  })
  expect(contact.duration_ms).toBeGreaterThan(0)
  expect(Math.abs(contact.at_ms - clock.ms())).toBeLessThan(1000)
  expect(tag).toMatchObject({ method: 'POST', path: '/tags', status: 200, error_code: null, version: '2.14' })
})

test('what is refused on the way in is logged too, and neither pages nor strangers are', async () => {
  const { api, id, token } = await createWorkspace({ scopes: ['read_tags'] })
  const { origin } = guichet
  const reader = await signedInAs(guichet, 'owner', { id })
  await reader.get('/tags')
  await fetch(`${origin}/tags`, { headers: { authorization: 'Bearer nothing' } })
  await fetch(`${origin}/tags`, { headers: { authorization: `Bearer ${token}`, 'intercom-version': '7.7' } })
  await api.get('/admins')
  await expect.poll(() => read(reader)).toHaveLength(2)
  expect((await read(reader)).map((each: { status: number }) => each.status)).toEqual([403, 400])
})

test('nothing of what was said is kept', async () => {
  const { api, id, token } = await createWorkspace()
  const reader = await signedInAs(guichet, 'owner', { id })
  await api.post('/contacts', { email: 'secret.person@example.com' })
  await api.get('/contacts/6762f0dd1bb69f9f2193bb83?display_as=secretly')
  await expect.poll(() => read(reader)).toHaveLength(2)
  const kept = JSON.stringify(
    await database.read.selectFrom('api_requests').selectAll().where('workspace_id', '=', id).execute(),
  )
  for (const word of ['secret.person', token, '6762f0dd', 'secretly']) expect(kept).not.toContain(word)
})

test('it is filtered and paged', async () => {
  const { api, id } = await createWorkspace()
  const reader = await signedInAs(guichet, 'owner', { id })
  for (const path of ['/tags', '/admins', '/contacts/nobody']) await api.at('2.9').get(path)
  await api.post('/tags', { name: 'Blue' })
  await expect.poll(() => read(reader)).toHaveLength(4)
  const paths = async (query: string) =>
    (await read(reader, `?${query}`)).map(
      ({ method, path }: { method: string; path: string }) => `${method} ${path}`,
    )
  expect(await paths('status=refused')).toEqual(['GET /contacts/{id}'])
  expect(await paths('status=failed')).toEqual([])
  expect(await paths('method=POST')).toEqual(['POST /tags'])
  expect(await paths('path=/tags')).toEqual(['POST /tags', 'GET /tags'])
  expect(await paths('version=2.9&path=tags')).toEqual(['GET /tags'])
  expect(await paths(`since=${clock.now() + 60}`)).toEqual([])
  expect(await paths(`until=${clock.now()}&method=POST`)).toEqual(['POST /tags'])
  const [{ app_id }] = await read(reader)
  expect(await paths(`app_id=${app_id}`)).toHaveLength(4)
  expect(await paths('app_id=999999')).toEqual([])
  const { body: first } = await reader.get('/app/api/requests?per_page=3')
  const { body: second } = await reader.get(`/app/api/requests?per_page=3&before=${first.next}`)
  expect([first.data.length, second.data.length, second.next]).toEqual([3, 1, null])
  for (const wrong of ['per_page=0', 'per_page=1000', 'before=x', 'app_id=x', 'version=7.7', 'status=odd'])
    expect((await reader.get(`/app/api/requests?${wrong}`)).status, wrong).toBe(400)
})

test('a workspace sees its own, those who set it up alone, and a token that may', async () => {
  const [one, other] = [await createWorkspace(), await createWorkspace()]
  await one.api.get('/tags')
  const reader = await signedInAs(guichet, 'owner', one)
  await expect.poll(() => read(reader)).toHaveLength(1)
  expect(await read(await signedInAs(guichet, 'owner', other))).toEqual([])
  for (const role of ['agent', 'light'] as const)
    expect((await (await signedInAs(guichet, role, one)).get('/app/api/requests')).status).toBe(403)
  expect((await one.api.get('/app/api/requests')).status).toBe(200)
})

test('the hours of the last day are counted by what became of requests', async () => {
  const { api, id } = await createWorkspace()
  const reader = await signedInAs(guichet, 'owner', { id })
  await api.get('/tags')
  await api.get('/contacts/nobody')
  await expect.poll(() => read(reader)).toHaveLength(2)
  const { body } = await reader.get('/app/api/requests/statistics')
  expect(body.data).toHaveLength(24)
  expect(body.data.at(-1)).toMatchObject({ succeeded: 1, refused: 1, failed: 0 })
  expect(body.data[0]).toMatchObject({ succeeded: 0, refused: 0, failed: 0 })
})

test('each client is told which version it is at and what would break for it at another', async () => {
  const { api, id } = await createWorkspace()
  const reader = await signedInAs(guichet, 'owner', { id })
  await api.at('2.9').get('/help_center/sections', { headers: { 'user-agent': 'old/1' } })
  await api.at('2.9').get('/tags', { headers: { 'user-agent': 'old/1' } })
  await api.at('2.16').get('/tags', { headers: { 'user-agent': 'new/2' } })
  await expect.poll(() => read(reader)).toHaveLength(3)
  const { body } = await reader.get('/app/api/requests/versions')
  expect(body).toMatchObject({
    to: '2.16',
    data: [
      {
        ...{ client: 'old/1', version: '2.9', count: 2, days: [0, 0, 0, 0, 0, 0, 2], through: 'calls' },
        breakages: [{ kind: 'removed', in: '2.10', shows: ['GET /help_center/sections'] }],
      },
      { client: 'new/2', version: '2.16', count: 1, breakages: [] },
    ],
  })
  expect((await reader.get('/app/api/requests/versions?to=Preview')).body.to).toBe('Preview')
  expect((await reader.get('/app/api/requests/versions?to=7.7')).status).toBe(400)
})

test('old requests are forgotten, and so are those of a workspace beyond its share', async () => {
  const [one, other] = [await createWorkspace(), await createWorkspace()]
  const reader = await signedInAs(guichet, 'owner', one)
  for (let at = 0; at < 5; at += 1) await one.api.get('/tags')
  await other.api.get('/tags')
  await expect.poll(() => read(reader)).toHaveLength(5)
  await forgetAsked(database, clock.now(), { days: 7, rows: 3 })
  expect(await read(reader)).toHaveLength(3)
  expect(await read(await signedInAs(guichet, 'owner', other))).toHaveLength(1)
  await forgetAsked(database, clock.now() + 6 * 86_400, { days: 7, rows: 100 })
  expect(await read(reader)).toHaveLength(3)
  await forgetAsked(database, clock.now() + 8 * 86_400, { days: 7, rows: 100 })
  expect(await read(reader)).toEqual([])
})
