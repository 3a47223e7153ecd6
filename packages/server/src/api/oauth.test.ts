import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AuthorizationCode } from 'simple-oauth2'
import { afterAll, expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { buildMember, signedIn } from '../../test/support/members.ts'

const guichet = await startGuichet({ GUICHET_EGRESS_ALLOW: '127.0.0.1' })
const { api, origin, clock, createWorkspace } = guichet
const customer = await createWorkspace()
const owner = await signedIn(guichet, await buildMember(guichet, 'owner', { workspace: customer }))
const back = 'https://sync.example/back'

const register = async (more: object = {}) => {
  const { body: app } = await api.post('/app/api/apps', {
    ...{
      name: 'Sync <b>',
      redirect_urls: [back, 'https://sync.example/other'],
      scopes: ['read_tags'],
      ...more,
    },
  })
  const { client_secrets } = (await api.post(`/app/api/apps/${app.id}/secrets/reveal`)).body
  return { ...app, secret: client_secrets[0] }
}

test('a client that knows nothing of us installs its app in the workspace of somebody who lets it in', async () => {
  const app = await register()
  const client = new AuthorizationCode({
    client: { id: app.client_id, secret: app.secret },
    auth: { tokenHost: origin, tokenPath: '/auth/eagle/token', authorizePath: '/oauth' },
  })
  const link = client.authorizeURL({ redirect_uri: back, state: 'a b&c' })
  const page = await visit(link)
  expect(page.text).toContain('Sync &#60;b&#62; wants to be installed in the workspace Test')
  expect(page.text).toContain('Read tags')
  const { location } = await answer(link, 'allow')
  expect([location.origin + location.pathname, location.searchParams.get('state')]).toEqual([back, 'a b&c'])
  const { token } = await client.getToken({
    code: location.searchParams.get('code') ?? '',
    redirect_uri: back,
  })
  expect(token['access_token']).toBe(token['token'])
  const theirs = new Api(origin, String(token['access_token']))
  expect((await theirs.get('/tags')).status).toBe(200)
  expect((await theirs.get('/me')).status).toBe(403)
  const installed = (await owner.get('/app/api/installations')).body.data
  expect(installed).toContainEqual(expect.objectContaining({ client_id: app.client_id, own: false }))
})

test('a code is good once, for its app and for ten minutes; one that comes twice takes its token away', async () => {
  const [app, other] = [await register(), await register()]
  const code = await codeOf(app)
  expect((await exchange({ ...app, code: 'guess' })).status).toBe(401)
  expect((await exchange({ ...app, secret: 'guess', code })).status).toBe(401)
  expect((await exchange({ ...other, code })).status).toBe(401)
  const given = await exchange({ ...app, code })
  const theirs = new Api(origin, given.body.token)
  expect((await theirs.get('/tags')).status).toBe(200)
  const again = await exchange({ ...app, code })
  expect(again.status).toBe(401)
  expect(again.body.errors).toEqual([{ code: 'unauthorized', message: 'Unauthorized Code' }])
  expect((await theirs.get('/tags')).status).toBe(401)
  const late = await codeOf(app)
  clock.advance(600)
  expect((await exchange({ ...app, code: late })).status).toBe(401)
})

test('the exchange takes JSON, a form, a query, and a header', async () => {
  const app = await register()
  const ways = [
    async (fields: Record<string, string>) => nobody.post('/auth/eagle/token', fields),
    async (fields: Record<string, string>) =>
      send('/auth/eagle/token', {
        body: new URLSearchParams({ ...fields, grant_type: 'authorization_code' }),
      }),
    async (fields: Record<string, string>) => send(`/auth/eagle/token?${new URLSearchParams(fields)}`, {}),
  ]
  for (const way of ways) {
    const fields = { client_id: app.client_id, client_secret: app.secret, code: await codeOf(app) }
    expect((await way(fields)).status).toBe(200)
  }
})

test('whoever says no, or may not install, lets nobody in', async () => {
  const app = await register()
  const { location } = await answer(linkTo(app), 'deny')
  expect(location.searchParams.get('error')).toBe('access_denied')
  const agent = await signedIn(guichet, await buildMember(guichet, 'agent', { workspace: customer }))
  expect((await visit(linkTo(app), agent)).text).toContain('Your role does not let you install apps')
  const tried = await submit(linkTo(app), 'allow', agent)
  expect([tried.status, tried.headers.get('location')]).toEqual([403, null])
})

test('nobody is sent to an address that is not the app’s, and nobody else’s page answers for somebody', async () => {
  const app = await register()
  const elsewhere = linkTo(app, { redirect_uri: 'https://evil.example/' })
  const page = await visit(elsewhere)
  expect(page.status).toBe(400)
  expect(page.text).not.toContain('<form')
  expect((await visit(linkTo({ client_id: 'nobody' }))).status).toBe(400)
  const forged = await submit(linkTo(app), 'allow', owner, 'https://evil.example')
  expect(forged.status).toBe(403)
  const stranger = await visit(linkTo(app), nobody)
  expect(stranger.headers.get('location')).toBe(
    `/app/sign-in?${new URLSearchParams({ to: pathOf(linkTo(app)) })}`,
  )
})

test('an app that is taken out of a workspace is told so, and its tokens open nothing', async () => {
  const heard: { signature: string | undefined; body: string }[] = []
  const receiver = createServer(async (request, response) => {
    heard.push({
      signature: `${request.headers['x-hub-signature']}`,
      body: await new Response(request).text(),
    })
    response.end()
  }).listen(0, '127.0.0.1')
  afterAll(() => receiver.close())
  await new Promise(resolve => receiver.once('listening', resolve))
  const { port } = receiver.address() as AddressInfo
  const app = await register({ uninstall_url: `http://127.0.0.1:${port}/gone` })
  const { token } = (await exchange({ ...app, code: await codeOf(app) })).body
  const installed: { id: string; client_id: string }[] = (await owner.get('/app/api/installations')).body.data
  const id = installed.find(({ client_id }) => client_id === app.client_id)?.id
  expect((await owner.delete(`/app/api/installations/${id}`)).status).toBe(204)
  expect((await new Api(origin, token).get('/tags')).status).toBe(401)
  await guichet.clockwork.run(customer.id)
  const body = JSON.stringify({ app_id: customer.id })
  expect(heard).toEqual([
    { body, signature: `sha1=${createHmac('sha1', app.secret).update(body).digest('hex')}` },
  ])
  expect((await owner.delete(`/app/api/installations/${id}`)).status).toBe(404)
})

const nobody = Api.ofNobody(origin)

const linkTo = ({ client_id }: { client_id: string }, more: Record<string, string> = {}): string =>
  `${origin}/oauth?${new URLSearchParams({ client_id, ...more })}`

const pathOf = (link: string): string => link.slice(origin.length)

async function visit(link: string, { caller }: Api = owner) {
  const response = await fetch(link, { headers: { ...caller, 'accept-language': 'en' }, redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const submit = (link: string, decision: string, { caller }: Api = owner, from = origin) =>
  fetch(link, {
    ...{ method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' },
    headers: { ...caller, origin: from },
  })

async function answer(link: string, decision: string) {
  const response = await submit(link, decision)
  expect(response.status).toBe(302)
  return { location: new URL(response.headers.get('location') ?? '') }
}

const codeOf = async (app: { client_id: string }): Promise<string> =>
  (await answer(linkTo(app), 'allow')).location.searchParams.get('code') ?? ''

const exchange = ({ client_id, secret, code }: { client_id: string; secret: string; code: string }) =>
  nobody.post('/auth/eagle/token', { client_id, client_secret: secret, code })

const send = (path: string, init: RequestInit) => fetch(origin + path, { method: 'POST', ...init })
