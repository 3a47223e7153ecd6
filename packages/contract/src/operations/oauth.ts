import { family } from '../operation.ts'
import { model, optional, Type } from '../schema.ts'

const Fields = {
  code: optional(Type.String()),
  client_id: optional(Type.String()),
  client_secret: optional(Type.String()),
}

export const ExchangeRequest = model('oauth_exchange_request', Fields)

/** Both names of the token stand for the same: clients look under either. */
export const OAuthToken = model('oauth_token', {
  token_type: Type.Literal('Bearer'),
  token: Type.String(),
  access_token: Type.String(),
})

/** Outside of versions and of the published descriptions: where apps exchange the code of an installation for its token. */
export const oauth = family({
  exchange: {
    method: 'POST',
    path: '/auth/eagle/token',
    access: 'public',
    scope: 'oauth',
    summary: 'Exchange a code for an access token',
    query: Type.Object(Fields),
    body: ExchangeRequest,
    bodyOptional: true,
    answer: OAuthToken,
  },
})
