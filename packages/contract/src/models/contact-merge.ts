import { model, nullable, oneOf, optional, Type } from '../schema.ts'
import { MergeHistoryItem } from './contact.ts'

export const MergeHistoryList = model('merge_history_list', {
  type: Type.Literal('list'),
  data: Type.Array(MergeHistoryItem),
  next_cursor: nullable(Type.String()),
  has_more: Type.Boolean(),
})

export const MergePreviewReason = model('merge_preview_reason', {
  code: oneOf(
    'invalid_merge_role_pair',
    'no_shared_identifier',
    'facebook_user',
    'external_lead_channel_not_allowed',
    'mailing_list',
  ),
  message: Type.String(),
})

export const MergePreviewAttributeChange = model('merge_preview_attribute_change', {
  field: Type.String(),
  outcome: oneOf('adopted', 'discarded', 'merged'),
  from_value: Type.Unknown(),
  into_value: optional(Type.Unknown()),
  new_into_value: Type.Unknown(),
})

export const MergePreviewAttributeChanges = model('merge_preview_attribute_changes', {
  attributes: Type.Array(MergePreviewAttributeChange),
  total_count: Type.Integer(),
})

export const MergePreviewReassignments = model('merge_preview_reassignments', {
  conversations: Type.Object({ from: Type.Integer(), into: Type.Integer() }),
  tickets: Type.Object({ from: Type.Integer(), into: Type.Integer() }),
  /** Only where the contact merged away came by phone. */
  phone_calls: optional(Type.Object({ from: Type.Integer(), into: Type.Integer() })),
  tags: Type.Object({ from: Type.Integer(), into: Type.Integer() }),
  notes: Type.Object({ from: Type.Integer(), into: Type.Integer() }),
})

export const MergePreviewSummary = model('merge_preview_summary', {
  attribute_changes: MergePreviewAttributeChanges,
  reassignments: MergePreviewReassignments,
})

export const MergePreviewAllowed = model('merge_preview_allowed', {
  allowed: Type.Literal(true),
  summary: MergePreviewSummary,
})

export const MergePreviewBlocked = model('merge_preview_blocked', {
  allowed: Type.Literal(false),
  reasons: Type.Array(MergePreviewReason),
})
