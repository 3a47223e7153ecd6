import { awayStatusReasons } from '@guichet/contract/operations/away-status-reasons.ts'
import { listAwayStatusReasons } from '../domain/away-status-reason/index.ts'
import { handlers } from './handlers.ts'

export const awayStatusReasonRoutes = handlers(awayStatusReasons, {
  list: ({ tx, actor }) => listAwayStatusReasons(tx, actor),
})
