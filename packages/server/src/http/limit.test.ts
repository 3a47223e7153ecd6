import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { registerOwnApp } from '../domain/app/index.ts'
import { issueToken } from '../domain/token/index.ts'

const { api, clock, database, createWorkspace } = await startGuichet({ GUICHET_RATE_LIMIT: '60' })

const limitsOf = ({ headers }: { headers: Headers }) =>
  ['limit', 'remaining', 'reset'].map(name => Number(headers.get(`x-ratelimit-${name}`)))

test('ten seconds have a sixth of the minute, and then there is a wait', async () => {
  const { api: theirs } = await createWorkspace()
  const reset = (Math.floor(clock.now() / 10) + 1) * 10
  for (let left = 9; left >= 0; left -= 1)
    expect(limitsOf(await theirs.get('/me'))).toEqual([10, left, reset])
  const refused = await theirs.get('/me')
  expect([refused.status, refused.body.errors]).toEqual([
    429,
    [{ code: 'rate_limit_exceeded', message: 'Exceeded rate limit of 10 in 10_seconds' }],
  ])
  expect(limitsOf(refused)).toEqual([10, 0, reset])
  expect(Number(refused.headers.get('retry-after'))).toBe(reset - clock.now())
  expect((await api.get('/me')).status).toBe(200)
  clock.advance(reset - clock.now())
  expect(limitsOf(await theirs.get('/me'))).toEqual([10, 9, reset + 10])
})

test('an app may have a limit of its own', async () => {
  const { api: theirs, id, appId } = await createWorkspace()
  await database.transaction(tx =>
    tx
      .updateTable('apps')
      .set({ rate_limit: 12 })
      .where('workspace_id', '=', id)
      .where('id', '=', appId)
      .execute(),
  )
  const statuses = [
    (await theirs.get('/me')).status,
    (await theirs.get('/me')).status,
    (await theirs.get('/me')).status,
  ]
  expect(statuses).toEqual([200, 200, 429])
})

test('a refusal counts, an unknown token does not', async () => {
  const { api: theirs } = await createWorkspace()
  expect(limitsOf(await theirs.get('/admins/0'))[1]).toBe(9)
  expect((await fetch(`${theirs.origin}/me`, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(
    401,
  )
  expect(limitsOf(await theirs.get('/me'))[1]).toBe(8)
})

test('the apps of a workspace share a limit of two and a half times one', async () => {
  const { api: first, id, ownerId } = await createWorkspace()
  const tokens = await database.transaction(async tx => {
    const apps = [1, 2].map(n => registerOwnApp(tx, { workspaceId: id, name: `App ${n}`, now: clock.now() }))
    const issue = (appId: number) =>
      issueToken(tx, {
        ...{ workspaceId: id, appId, adminId: ownerId, label: 'test', scopes: ['all'], now: clock.now() },
      })
    return Promise.all((await Promise.all(apps)).map(app => issue(app.id)))
  })
  const apis = [first, ...tokens.map(({ token }) => new Api(first.origin, token))]
  const statuses: number[] = []
  for (const api of apis) for (let n = 0; n < 10; n += 1) statuses.push((await api.get('/me')).status)
  expect(statuses).toEqual([...Array(25).fill(200), ...Array(5).fill(429)])
})
