import { model, nullable, optional, since, Timestamp, Type } from '../schema.ts'

export const TeamPriorityLevel = model('team_priority_level', {
  primary_team_ids: optional(nullable(Type.Array(Type.Integer()))),
  secondary_team_ids: optional(nullable(Type.Array(Type.Integer()))),
})

/** A teammate. Where an admin only signs something, seat, teams and priority are left out. */
export const Admin = model('admin', {
  type: Type.Literal('admin'),
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  job_title: optional(nullable(Type.String())),
  away_mode_enabled: Type.Boolean(),
  away_mode_reassign: Type.Boolean(),
  away_status_reason_id: since('2.14', optional(nullable(Type.Union([Type.Integer(), Type.String()])))),
  has_inbox_seat: optional(Type.Boolean()),
  team_ids: optional(Type.Array(Type.Integer())),
  avatar: optional(nullable(Type.String())),
  team_priority_level: since('2.8', optional(nullable(TeamPriorityLevel))),
  role: since(
    '2.16',
    optional(nullable(Type.Object({ type: Type.String(), id: Type.String(), name: Type.String() }))),
  ),
})

export const AdminList = model('admin_list', {
  type: Type.Literal('admin.list'),
  admins: Type.Array(Admin),
})

export const App = model('app', {
  type: Type.Literal('app'),
  id_code: Type.String(),
  name: Type.String(),
  region: Type.String(),
  timezone: Type.String(),
  created_at: Timestamp(),
  identity_verification: Type.Boolean(),
  secure: Type.Boolean(),
})

export const AdminWithApp = model('admin_with_app', {
  type: Type.Literal('admin'),
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  job_title: optional(nullable(Type.String())),
  away_mode_enabled: optional(Type.Boolean()),
  away_mode_reassign: optional(Type.Boolean()),
  has_inbox_seat: Type.Boolean(),
  team_ids: optional(Type.Array(Type.Integer())),
  avatar: Type.Object({ type: Type.Literal('avatar'), image_url: nullable(Type.String()) }),
  email_verified: nullable(Type.Boolean()),
  role: since(
    'Preview',
    optional(nullable(Type.Object({ type: Type.String(), id: Type.String(), name: Type.String() }))),
  ),
  app: App,
})
