import { AccessToken, AccessTokenList, NewAccessToken } from '../../models/access-token.ts'
import { family } from '../../operation.ts'
import { IdInput, IntegerInput, model, nullable, optional, Type } from '../../schema.ts'

export const CreateTokenRequest = model('create_token_request', {
  label: Type.String(),
  scopes: Type.Array(Type.String()),
  /** When it stops working, in seconds since the epoch; never unless said. */
  expires_at: optional(nullable(IntegerInput())),
  /** An app of the workspace's own, which gives it its version; the one that it began with unless said. */
  app_id: optional(IdInput()),
})

const scope = 'manage_developer'

/** What lets programs in. */
export const tokens = family({
  list: {
    method: 'GET',
    path: '/app/api/tokens',
    scope,
    summary: 'All access tokens, those that were revoked too',
    answer: AccessTokenList,
  },
  create: {
    method: 'POST',
    path: '/app/api/tokens',
    scope,
    summary: 'Make an access token, which is told this once',
    body: CreateTokenRequest,
    status: 201,
    answer: NewAccessToken,
  },
  revoke: {
    method: 'DELETE',
    path: '/app/api/tokens/{id}',
    scope,
    summary: 'Revoke an access token: it stops working at once',
    answer: AccessToken,
  },
})
