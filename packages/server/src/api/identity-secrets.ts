import { identityVerificationSecrets } from '@guichet/contract/operations/identity-verification-secrets.ts'
import {
  createIdentitySecret,
  deleteIdentitySecret,
  listIdentitySecrets,
} from '../domain/identity-secret/index.ts'
import { handlers } from './handlers.ts'

export const identitySecretRoutes = handlers(identityVerificationSecrets, {
  list: ({ tx, actor }) => listIdentitySecrets(tx, actor),
  create: ({ tx, actor, body, secrets }) => createIdentitySecret(tx, actor, { request: body, secrets }),
  delete: ({ tx, actor, params }) => deleteIdentitySecret(tx, actor, params.id),
})
