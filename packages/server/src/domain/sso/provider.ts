import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import * as oidc from 'openid-client'
import type { Egress } from '../../egress/egress.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { SSO_SECRET, type SsoSettings } from '../sign-in-settings/index.ts'

/** What the identity provider says of somebody. */
export interface Identity {
  subject: string
  email: string | undefined
  name: string | undefined
}

export interface Checks {
  state: string
  nonce: string
  verifier: string
}

interface Reach {
  egress: Egress
  secrets: SecretBox
}

/** The provider as it describes itself; what it names is fetched through the guarded way out, as everything of users' naming. */
export async function discover(
  settings: SsoSettings,
  { egress, secrets }: Reach,
): Promise<oidc.Configuration> {
  const secret = settings.sealedSecret ? await secrets.open(settings.sealedSecret, SSO_SECRET) : undefined
  const insecure = settings.issuer.startsWith('http:')
  try {
    return await oidc.discovery(
      new URL(settings.issuer),
      settings.clientId,
      secret,
      secret === undefined ? oidc.None() : oidc.ClientSecretPost(secret),
      { [oidc.customFetch]: through(egress), ...(insecure && { execute: [oidc.allowInsecureRequests] }) },
    )
  } catch {
    throw problem(signInErrors.ssoInvalid, `The identity provider ${settings.issuer} does not answer`)
  }
}

/** Where a browser goes, with what binds its coming back to its going: PKCE, a state and a nonce. */
export async function authorizationUrl(
  provider: oidc.Configuration,
  { checks, redirectUri, loginHint }: { checks: Checks; redirectUri: string; loginHint: string | undefined },
): Promise<URL> {
  return oidc.buildAuthorizationUrl(provider, {
    ...{ redirect_uri: redirectUri, scope: 'openid email profile', state: checks.state, nonce: checks.nonce },
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    ...(loginHint && { login_hint: loginHint }),
  })
}

export const newChecks = (state: string): Checks => ({
  state,
  nonce: oidc.randomNonce(),
  verifier: oidc.randomPKCECodeVerifier(),
})

/** Who came back, by the signed token that their code is exchanged for. 401 for whatever does not fit. */
export async function identify(
  provider: oidc.Configuration,
  { url, checks }: { url: URL; checks: Checks },
): Promise<Identity> {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, url, {
      ...{ expectedState: checks.state, expectedNonce: checks.nonce, pkceCodeVerifier: checks.verifier },
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw problem(signInErrors.ssoFailed)
    const told =
      claims.email === undefined && provider.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
        : claims
    // Only an address that the provider checked says who somebody is.
    const email = told.email_verified === true && typeof told.email === 'string' ? told.email : undefined
    return { subject: claims.sub, email, name: typeof told.name === 'string' ? told.name : undefined }
  } catch {
    throw problem(signInErrors.ssoFailed)
  }
}

const through =
  (egress: Egress): oidc.CustomFetch =>
  async (url, { method, headers, body }) => {
    const sent = body === null || body === undefined ? undefined : String(body)
    const answer = await egress.fetch({ url, method, headers, ...(sent !== undefined && { body: sent }) })
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers: answer.headers })
  }
