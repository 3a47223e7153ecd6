import { model, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const AwayStatusReason = model('away_status_reason', {
  type: Type.Literal('away_status_reason'),
  id: Type.String(),
  label: Type.String(),
  emoji: Type.String(),
  order: Type.Integer(),
  deleted: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const AwayStatusReasonList = listOf('away_status_reason_list', AwayStatusReason)
