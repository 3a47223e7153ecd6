import { model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'
import { forwardPageOf } from './list.ts'

export const ContactActivity = model('contact_activity', {
  type: Type.Literal('contact_activity'),
  id: Type.String(),
  event_type: oneOf(
    'contact.created',
    'contact.role_updated',
    'contact.deleted',
    'contact.merged',
    'contact.merge_failed',
  ),
  contact_id: Type.String(),
  external_id: optional(nullable(Type.String())),
  role: optional(nullable(Type.String())),
  merge_source_id: optional(nullable(Type.String())),
  merge_target_id: optional(nullable(Type.String())),
  failure_reason: optional(nullable(Type.String())),
  created_at: Timestamp(),
})

export const ContactActivityList = forwardPageOf('contact_activity_list', ContactActivity)
