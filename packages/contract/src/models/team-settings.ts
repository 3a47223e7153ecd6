import { model, nullable, oneOf, Type } from '../schema.ts'

/** How conversations find somebody of a team. */
export const DISTRIBUTION_METHODS = ['manual_assignment', 'round_robin', 'load_balanced'] as const

/** A team as those see it who set it up. */
export const TeamSettings = model('team_settings', {
  type: Type.Literal('team_settings'),
  id: Type.String(),
  name: Type.String(),
  /** Those of them who are teammates still. */
  admin_ids: Type.Array(Type.String()),
  distribution_method: oneOf(...DISTRIBUTION_METHODS),
  /** How many open conversations each may have, where load is balanced; null for no limit. */
  assignment_limit: nullable(Type.Integer()),
  /** The office hours it keeps; null for those of the workspace. */
  office_hours_schedule_id: nullable(Type.String()),
  /** How many conversations are open with it. */
  open_count: Type.Integer(),
})

export const TeamSettingsList = model('team_settings_list', {
  type: Type.Literal('list'),
  data: Type.Array(TeamSettings),
})
