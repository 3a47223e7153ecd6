import { redactions } from '@guichet/contract/operations/redactions.ts'
import { redact } from '../domain/redaction/index.ts'
import { handlers } from './handlers.ts'

export const redactionRoutes = handlers(redactions, {
  create: ({ tx, actor, body }) => redact(tx, actor, body),
})
