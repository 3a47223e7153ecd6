import { awayReasons } from '@guichet/contract/operations/inbox/away-reasons.ts'
import {
  createReason,
  findReasonRules,
  orderReasons,
  setReasonRules,
  updateReason,
} from '../../domain/away-status-reason/index.ts'
import { handlers } from '../handlers.ts'

export const awayReasonRoutes = handlers(awayReasons, {
  create: ({ tx, actor, body }) => createReason(tx, actor, body),
  async order({ tx, actor, body }) {
    await orderReasons(tx, actor, body.ids)
    return undefined
  },
  rules: ({ tx, actor }) => findReasonRules(tx, actor),
  setRules: ({ tx, actor, body }) => setReasonRules(tx, actor, body.mandatory),
  update: ({ tx, actor, params, body }) => updateReason(tx, actor, { id: params.id, request: body }),
})
