import { tokens } from '@guichet/contract/operations/inbox/tokens.ts'
import { createToken, listOwnTokens, revokeOwnToken } from '../../domain/token/index.ts'
import { handlers } from '../handlers.ts'

export const tokenRoutes = handlers(tokens, {
  list: ({ tx, actor }) => listOwnTokens(tx, actor),
  // A transaction of its own: what answers a repetition by its key is kept, and a token never is.
  create: ({ database, actor, body }) => database.transaction(tx => createToken(tx, actor, body), actor.now),
  revoke: ({ tx, actor, params }) => revokeOwnToken(tx, actor, params.id),
})
