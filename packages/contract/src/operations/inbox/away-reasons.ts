import { AwayStatusReason } from '../../models/away-status-reason.ts'
import { family } from '../../operation.ts'
import { BooleanInput, IdInput, model, optional, Type } from '../../schema.ts'

const managing = { access: 'session', scope: 'manage_workspace' } as const

export const AwayReasonRules = model('away_reason_rules', {
  type: Type.Literal('away_reason_rules'),
  /** Whether everybody who goes away has to give a reason. */
  mandatory: Type.Boolean(),
})

export const CreateAwayReasonRequest = model('create_away_reason_request', {
  label: Type.String(),
  emoji: optional(Type.String()),
})

export const UpdateAwayReasonRequest = model('update_away_reason_request', {
  label: optional(Type.String()),
  emoji: optional(Type.String()),
  /** Nobody can give it any more; false brings it back. */
  deleted: optional(BooleanInput()),
})

export const OrderAwayReasonsRequest = model('order_away_reasons_request', { ids: Type.Array(IdInput()) })

export const AwayReasonRulesRequest = model('away_reason_rules_request', { mandatory: BooleanInput() })

/** The reasons to be away, which `awayStatusReasons` lists. */
export const awayReasons = family({
  create: {
    ...managing,
    method: 'POST',
    path: '/app/api/away_status_reasons',
    summary: 'Make a reason to be away',
    body: CreateAwayReasonRequest,
    status: 201,
    answer: AwayStatusReason,
  },
  order: {
    ...managing,
    method: 'PUT',
    path: '/app/api/away_status_reasons/order',
    summary: 'Put the reasons to be away in an order',
    body: OrderAwayReasonsRequest,
    status: 204,
  },
  rules: {
    access: 'session',
    scope: 'use_app',
    method: 'GET',
    path: '/app/api/away_status_reasons/rules',
    summary: 'Whether a reason to be away has to be given',
    answer: AwayReasonRules,
  },
  setRules: {
    ...managing,
    method: 'PUT',
    path: '/app/api/away_status_reasons/rules',
    summary: 'Ask for a reason of everybody who goes away, or no longer',
    body: AwayReasonRulesRequest,
    answer: AwayReasonRules,
  },
  update: {
    ...managing,
    method: 'PATCH',
    path: '/app/api/away_status_reasons/{id}',
    summary: 'Change a reason to be away, delete it or bring it back',
    body: UpdateAwayReasonRequest,
    answer: AwayStatusReason,
  },
})
