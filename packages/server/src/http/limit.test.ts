import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

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
