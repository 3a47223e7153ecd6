import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'

/** How conversations find somebody of a team. */
export const DISTRIBUTION_METHODS = ['manual_assignment', 'round_robin', 'load_balanced'] as const

/** Somebody of a team, and how much they have in hand. */
export const TeamMemberLoad = model('team_member_load', {
  admin_id: Type.String(),
  priority: oneOf('primary', 'secondary'),
  /** Conversations that are open with them, of all teams and none. */
  open_count: Type.Integer(),
  /** How many they may have open; null for no limit. */
  limit: nullable(Type.Integer()),
  away: Type.Boolean(),
  has_inbox_seat: Type.Boolean(),
})

/** A team as those see it who set it up. */
export const TeamSettings = model('team_settings', {
  type: Type.Literal('team_settings'),
  id: Type.String(),
  name: Type.String(),
  /** Those of them who are teammates still. */
  admin_ids: Type.Array(Type.String()),
  distribution_method: oneOf(...DISTRIBUTION_METHODS),
  /** In the order of `admin_ids`. */
  members: Type.Array(TeamMemberLoad),
  /** How many open conversations each may have to be given another, unless they have a limit of their own; null for no limit. */
  assignment_limit: nullable(Type.Integer()),
  /** The office hours it keeps; null for those of the workspace. */
  office_hours_schedule_id: nullable(Type.String()),
  /** Whether it gives within its office hours alone. */
  office_hours_only: Type.Boolean(),
  /** When it gives again, where it waits for its office hours; null where it gives now, or never does. */
  gives_at: nullable(Timestamp()),
  /** How many conversations are open with it. */
  open_count: Type.Integer(),
  /** How many of them are with nobody of it. */
  waiting_count: Type.Integer(),
})

export const TeamSettingsList = model('team_settings_list', {
  type: Type.Literal('list'),
  data: Type.Array(TeamSettings),
})
