import { expect, test } from 'vitest'
import { startAnother } from '../../test/support/another-server.ts'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { issueToken, listTokens, revokeToken } from '../domain/token/index.ts'

const guichet = await startGuichet()
const { api, database, clock, origin, createWorkspace } = guichet

const statusWith = async (authorization: string | undefined) => {
  const response = await fetch(`${origin}/me`, { headers: { ...(authorization && { authorization }) } })
  return [response.status, JSON.parse(await response.text()), response.headers] as const
}

const issue = (
  workspace: { id: string; appId: number; ownerId: number },
  expiresAt: number | null = null,
) => {
  const { id: workspaceId, appId, ownerId: adminId } = workspace
  return database.transaction(tx =>
    issueToken(tx, {
      workspaceId,
      appId,
      adminId,
      label: 'spare',
      scopes: ['all'],
      now: clock.now(),
      expiresAt,
    }),
  )
}

test('without a token that is good nobody comes in', async () => {
  for (const authorization of [
    undefined,
    'Bearer',
    'Bearer ',
    'Bearer nonsense',
    `Basic ${api.token}`,
    api.token,
  ]) {
    const [status, body, headers] = await statusWith(authorization)
    expect([status, body.errors]).toEqual([401, [{ code: 'unauthorized', message: 'Access Token Invalid' }]])
    expect(body.request_id).toBe(headers.get('x-request-id'))
    expect(headers.has('x-ratelimit-limit')).toBe(false)
  }
})

test('the scheme is known in any case, with any space before the token', async () => {
  for (const authorization of [`bearer ${api.token}`, `BEARER   ${api.token}`])
    expect((await statusWith(authorization))[0]).toBe(200)
})

test('a token expires at its second', async () => {
  const { token } = await issue(guichet, clock.now() + 60)
  expect((await statusWith(`Bearer ${token}`))[0]).toBe(200)
  clock.advance(60)
  expect((await statusWith(`Bearer ${token}`))[0]).toBe(401)
})

test('a revoked token is dead on every server at once', async () => {
  const workspace = await createWorkspace()
  const { id, token } = await issue(workspace)
  const second = await startAnother(clock)
  const here = new Api(origin, token)
  const there = new Api(second.origin, token)
  expect([(await here.get('/me')).status, (await there.get('/me')).status]).toEqual([200, 200])
  expect(
    await database.transaction(tx => revokeToken(tx, { workspaceId: workspace.id, id, now: clock.now() })),
  ).toBe(true)
  await expect
    .poll(async () => [(await here.get('/me')).status, (await there.get('/me')).status])
    .toEqual([401, 401])
  const tokens = await database.transaction(tx => listTokens(tx, workspace.id))
  expect(tokens.find(each => each.id === id)?.revoked_at).toBe(clock.now())
  expect((await workspace.api.get('/me')).status).toBe(200)
})

test('a token does only what its scopes say', async () => {
  const { api: limited } = await createWorkspace({ scopes: ['read_tags'] })
  expect((await limited.get('/tags')).status).toBe(200)
  const { status, body } = await limited.post('/tags', { name: 'Not mine to make' })
  const message = 'You do not have the required scope (write_tags) to access this resource'
  expect([status, body.errors]).toEqual([403, [{ code: 'forbidden', message }]])
})

test('only JSON can be asked for', async () => {
  const accepting = (accept: string) => api.get('/me', { headers: { accept } })
  for (const accept of [
    '*/*',
    'application/json',
    'application/vnd.intercom.3+json',
    'text/html, */*;q=0.1',
    'Application/JSON',
  ])
    expect((await accepting(accept)).status, accept).toBe(200)
  const { status, body } = await accepting('text/html')
  expect(status).toBe(406)
  expect(body).toEqual({
    type: 'error.list',
    errors: [
      {
        code: 'media_type_not_acceptable',
        message: 'The Accept header should send a media type of application/json',
      },
    ],
  })
})

test('every answer has an id of its own, refusals too, and names the version served', async () => {
  const answers = await Promise.all([api.get('/me'), api.get('/me'), api.get('/admins/0')])
  const ids = answers.map(({ headers }) => headers.get('x-request-id'))
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) expect(id).toMatch(/^[0-9a-v]{20}$/)
  expect(answers[2]?.body.request_id).toBe(ids[2])
  for (const { headers } of answers) {
    expect(headers.get('intercom-version')).toBe('Preview')
    expect(headers.get('x-intercom-version')).toMatch(/^[0-9a-f]{40}$/)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  }
})
