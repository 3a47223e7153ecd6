import { model, optional, since, Timestamp, Type } from '../schema.ts'

export const ConversationResponseTime = model('conversation_response_time', {
  team_id: Type.Integer(),
  team_name: Type.String(),
  response_time: Type.Integer(),
})

/** Times in seconds and moments, each left out until it can be measured. */
export const ConversationStatistics = model('conversation_statistics', {
  type: Type.Literal('conversation_statistics'),
  time_to_assignment: optional(Type.Integer()),
  time_to_admin_reply: optional(Type.Integer()),
  time_to_first_close: optional(Type.Integer()),
  time_to_last_close: optional(Type.Integer()),
  median_time_to_reply: optional(Type.Integer()),
  first_contact_reply_at: optional(Timestamp()),
  first_assignment_at: optional(Timestamp()),
  first_admin_reply_at: optional(Timestamp()),
  first_close_at: optional(Timestamp()),
  last_assignment_at: optional(Timestamp()),
  last_assignment_admin_reply_at: optional(Timestamp()),
  last_contact_reply_at: optional(Timestamp()),
  last_admin_reply_at: optional(Timestamp()),
  last_close_at: optional(Timestamp()),
  last_closed_by_id: optional(Type.String()),
  count_reopens: optional(Type.Integer()),
  count_assignments: optional(Type.Integer()),
  count_conversation_parts: optional(Type.Integer()),
  assigned_team_first_response_time: since('2.12', optional(Type.Array(ConversationResponseTime))),
  assigned_team_first_response_time_in_office_hours: since(
    '2.13',
    optional(Type.Array(ConversationResponseTime)),
  ),
  handling_time: since('2.13', optional(Type.Integer())),
  adjusted_handling_time: since('2.13', optional(Type.Integer())),
})
