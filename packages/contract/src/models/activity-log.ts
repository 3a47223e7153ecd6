import { Dictionary, model, nullable, optional, since, Timestamp, Type, until } from '../schema.ts'
import { PageLinks } from './pages.ts'

export const ActivityLogMetadata = model('activity_log_metadata', {
  sign_in_method: optional(nullable(Type.String())),
  external_id: optional(nullable(Type.String())),
  away_mode: optional(nullable(Type.Boolean())),
  away_status_reason: optional(nullable(Type.String())),
  reassign_conversations: optional(nullable(Type.Boolean())),
  source: optional(nullable(Type.String())),
  auto_changed: optional(nullable(Type.String())),
  update_by: optional(nullable(Type.Integer())),
  update_by_name: optional(nullable(Type.String())),
  previous_state: since('2.13', optional(nullable(Type.String()))),
  new_state: since('2.13', optional(nullable(Type.String()))),
  threshold_minutes: since('2.13', optional(nullable(Type.Integer()))),
  last_activity_at: since('2.13', optional(nullable(Timestamp()))),
  auto: since('2.13', optional(nullable(Type.Boolean()))),
  setting_type: since('2.13', optional(nullable(Type.String()))),
  changes: since('2.13', optional(nullable(Dictionary()))),
  conversation_assignment_limit: since('2.14', optional(nullable(Type.Integer()))),
  ticket_assignment_limit: since('2.14', optional(nullable(Type.Integer()))),
  team: since(
    '2.14',
    until('2.16', optional(nullable(Type.Object({ id: Type.Integer(), name: Type.String() })))),
  ),
  team_assignment_limit: since('2.14', until('2.16', optional(nullable(Type.Integer())))),
  enabled: since('2.14', until('2.16', optional(nullable(Type.Boolean())))),
  mode: since('2.15', until('2.16', optional(nullable(Type.String())))),
  consent_id: since('2.14', until('2.16', optional(nullable(Type.Integer())))),
  expired_at: since('2.14', until('2.16', optional(nullable(Type.String())))),
  before: optional(nullable(Type.Unknown())),
  after: optional(nullable(Type.Unknown())),
  message: optional(nullable(Dictionary())),
})

export const ActivityLog = model('activity_log', {
  id: Type.String(),
  performed_by: Type.Object({
    type: Type.String(),
    id: Type.String(),
    email: Type.String(),
    ip: optional(Type.String()),
  }),
  metadata: ActivityLogMetadata,
  created_at: Timestamp(),
  activity_type: Type.String(),
  activity_description: Type.String(),
})

export const ActivityLogEventTypeList = model('activity_log_event_type_list', {
  type: Type.Literal('activity_log_event_type.list'),
  event_types: Type.Array(Type.String()),
})

export const ActivityLogList = model('activity_log_list', {
  type: Type.Literal('activity_log.list'),
  pages: PageLinks,
  activity_logs: Type.Array(ActivityLog),
})
