import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { startProvider } from '../../../test/support/identity-provider.ts'
import { letterTo } from '../../../test/support/letters.ts'
import { buildMember, PASSWORD, signedIn } from '../../../test/support/members.ts'
import { linkAccount } from '../../domain/account/index.ts'

const guichet = await startGuichet({ GUICHET_EGRESS_ALLOW: '127.0.0.1' })
const { origin } = guichet
const provider = await startProvider(`${origin}/app/sso/callback`)
const nobody = Api.ofNobody(origin)

/** A workspace that lets people in by the provider, and its owner. */
async function furnish(more: object = {}) {
  const workspace = await guichet.createWorkspace()
  const owner = await buildMember(guichet, 'owner', { workspace, password: PASSWORD })
  const api = await signedIn(guichet, owner)
  const domain = `${workspace.id}.example`
  const sso = {
    ...{ enabled: true, issuer: provider.issuer, client_id: 'guichet', client_secret: 'a shared secret' },
    domains: [domain],
  }
  const { status, body } = await api.put('/app/api/sign_in_settings', { sso, ...more })
  expect([status, body.sso.has_client_secret]).toEqual([200, true])
  return { workspace, owner, api, domain }
}

/** A browser that only keeps cookies and follows where it is sent. */
class Browser {
  readonly #jar = new Map<string, string>()

  async go(url: string): Promise<Response> {
    const { host } = new URL(url)
    const cookies = [...this.#jar].filter(([key]) => key.startsWith(`${host} `))
    const cookie = cookies.map(([key, value]) => `${key.split(' ')[1]}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') this.#jar.delete(`${host} ${name}`)
      else this.#jar.set(`${host} ${name}`, value)
    }
    return response
  }

  /** Follows from a path to where nobody sends on, and says where that is. */
  async follow(path: string): Promise<string> {
    let url = origin + path
    for (let hops = 0; hops < 12; hops += 1) {
      const { status, headers } = await this.go(url)
      const location = headers.get('location')
      if (status < 300 || status > 399 || !location) break
      url = new URL(location, url).href
      if (url.startsWith(`${origin}/app`) && !url.includes('/app/sso/')) break
    }
    return url.replace(origin, '')
  }

  session(): Api | undefined {
    const token = this.#jar.get(`${new URL(origin).host} guichet_session`)
    return token === undefined ? undefined : Api.ofSession(origin, token)
  }
}

test('a teammate signs in at the identity provider, and comes back to where they were going', async () => {
  const { workspace, domain } = await furnish()
  const member = await buildMember(guichet, 'agent', { workspace })
  provider.signsIn({ sub: 'agent-1', email: member.email, email_verified: true, name: 'An Agent' })
  const options = await nobody.get(`/app/api/sign_in_options?email=whoever@${domain}`)
  expect(options.body.sso).toEqual([
    { workspace_id: workspace.id, workspace_name: 'Test', url: `/app/sso/${workspace.id}/start` },
  ])
  const browser = new Browser()
  expect(await browser.follow(`${options.body.sso[0].url}?return_to=/app/inbox`)).toBe('/app/inbox')
  const { body: me } = (await browser.session()?.get('/app/api/me')) ?? { body: undefined }
  expect(me).toMatchObject({
    role: 'agent',
    account: { email: member.email },
    workspace: { id: workspace.id },
  })
  provider.signsIn({
    sub: 'agent-1',
    email: 'another@address.example',
    email_verified: false,
    name: 'An Agent',
  })
  const again = new Browser()
  expect(await again.follow(`/app/sso/${workspace.id}/start?return_to=https://evil.example`)).toBe('/app')
  expect((await again.session()?.get('/app/api/me'))?.body.account.email).toBe(member.email)
})

test('nobody becomes a teammate by the provider alone: they are invited, and their address is checked', async () => {
  const { workspace, api, domain } = await furnish()
  const email = `newcomer@${domain}`
  const failed = '/app/sign-in?error=sso_failed'
  const attempt = async (claims: object) => {
    provider.signsIn({ sub: `sub-of-${domain}`, email, email_verified: true, name: 'New Comer', ...claims })
    const browser = new Browser()
    return [await browser.follow(`/app/sso/${workspace.id}/start`), browser.session()] as const
  }
  expect(await attempt({})).toEqual([failed, undefined])
  await api.post('/app/api/invitations', { email, role: 'light' })
  expect(await attempt({ email_verified: false })).toEqual([failed, undefined])
  const [where, session] = await attempt({})
  expect(where).toBe('/app')
  expect((await session?.get('/app/api/me'))?.body).toMatchObject({
    ...{ role: 'light', account: { email, name: 'New Comer', has_password: false } },
  })
  const token = (await letterTo(guichet, workspace, email))?.token
  expect((await nobody.get(`/app/api/invitations/${token}`)).status).toBe(404)
})

test('the provider of one workspace opens no other, and changes nothing of the account', async () => {
  const { workspace } = await furnish()
  const member = await buildMember(guichet, 'agent', { workspace })
  const other = await guichet.createWorkspace()
  const { accountId } = member
  await guichet.database.transaction(tx =>
    linkAccount(tx, { accountId, workspaceId: other.id, adminId: other.ownerId, now: guichet.clock.now() }),
  )
  provider.signsIn({ sub: 'confined', email: member.email, email_verified: true, name: 'C' })
  const browser = new Browser()
  await browser.follow(`/app/sso/${workspace.id}/start`)
  const session = browser.session()
  const statuses = [
    await session?.put('/app/api/sessions/current', { workspace_id: other.id }),
    await session?.put('/app/api/me/password', { password: PASSWORD }),
    await session?.post('/app/api/two_factor'),
  ].map(answer => [answer?.status, answer?.body.errors[0].code])
  expect(statuses).toEqual(Array(3).fill([403, 'sso_session']))
  expect((await session?.get('/app/api/me'))?.body.workspaces).toHaveLength(1)
})

test('a workspace may do without passwords, but for its owners', async () => {
  const { workspace, owner } = await furnish({ password_allowed: false })
  const member = await buildMember(guichet, 'agent', { workspace, password: PASSWORD })
  const enter = (email: string) => nobody.post('/app/api/sessions', { email, password: PASSWORD })
  const refused = await enter(member.email)
  expect([refused.status, refused.body.errors[0].code]).toEqual([403, 'password_not_allowed'])
  expect((await enter(owner.email)).status).toBe(200)
})

test('a way back that somebody else began, or that was walked before, leads nowhere', async () => {
  const { workspace } = await furnish()
  const member = await buildMember(guichet, 'agent', { workspace })
  provider.signsIn({ sub: 'replayed', email: member.email, email_verified: true, name: 'R' })
  const [mine, theirs] = [new Browser(), new Browser()]
  let url = `${origin}/app/sso/${workspace.id}/start`
  while (!url.startsWith(`${origin}/app/sso/callback`)) {
    const location = (await mine.go(url)).headers.get('location') ?? ''
    url = new URL(location, url).href
  }
  expect(await theirs.follow(url.replace(origin, ''))).toBe('/app/sign-in?error=sso_failed')
  expect(await mine.follow(url.replace(origin, ''))).toBe('/app')
  expect(await mine.follow(url.replace(origin, ''))).toMatch(/^\/app\/sign-in\?error=/)
})

test('a provider that does not answer, or is not public, is told of in one word', async () => {
  const { workspace, api } = await furnish()
  for (const issuer of ['http://127.0.0.1:1', 'http://10.0.0.1/']) {
    await api.put('/app/api/sign_in_settings', { sso: { issuer } })
    expect(await new Browser().follow(`/app/sso/${workspace.id}/start`)).toBe(
      '/app/sign-in?error=sso_invalid',
    )
  }
  expect((await api.put('/app/api/sign_in_settings', { sso: { issuer: 'nonsense' } })).status).toBe(422)
  const empty = await guichet.createWorkspace()
  expect(await new Browser().follow(`/app/sso/${empty.id}/start`)).toBe('/app/sign-in?error=sso_unavailable')
})
