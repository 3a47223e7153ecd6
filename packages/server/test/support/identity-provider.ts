import { createServer } from 'node:http'
import Provider, { type Context } from 'oidc-provider'
import { afterAll } from 'vitest'

/** What an identity provider says of somebody. */
interface Claims {
  sub: string
  email: string
  email_verified: boolean
  name: string
}

/** A real OpenID provider of this machine, at which whoever comes is whom the test says. Closed after the test file. */
export async function startProvider(redirectUri: string) {
  let current: Claims = { sub: 'nobody', email: '', email_verified: false, name: '' }
  const known = new Map<string, Claims>()
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  afterAll(() => void server.close())
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'guichet', client_secret: 'a shared secret', redirect_uris: [redirectUri] },
        ...{ token_endpoint_auth_method: 'client_secret_post', response_types: ['code'] },
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Addresses come by the user info alone, as most providers have it.
    conformIdTokenClaims: true,
    cookies: { keys: ['of a test'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: () => '/interaction' },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => known.get(sub) ?? { sub } }),
    async loadExistingGrant({ oidc }: Context) {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction')) return answer(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: current.sub } })
  })
  return {
    issuer,
    /** Who signs in from now on. */
    signsIn(claims: Claims) {
      current = claims
      known.set(claims.sub, claims)
    },
  }
}
