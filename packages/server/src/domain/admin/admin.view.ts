import type { Admin, AdminWithApp } from '@guichet/contract/models/admin.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { AdminRow, AppRow } from './admin.sql.ts'

export type AdminView = Static<typeof Admin>

export const viewAdmin = (row: AdminRow): AdminView => ({
  type: 'admin',
  id: String(row.id),
  name: row.name,
  email: row.email,
  ...(row.job_title !== null && { job_title: row.job_title }),
  away_mode_enabled: row.away_mode_enabled,
  away_mode_reassign: row.away_mode_reassign,
  has_inbox_seat: row.has_inbox_seat,
  // Its description says integer; a string is what was recorded.
  away_status_reason_id: row.away_status_reason_id === null ? null : String(row.away_status_reason_id),
  team_ids: (row.memberships ?? []).map(([team]) => team),
  ...priorities(row),
  ...role(row),
})

export const viewAdminWithAvatar = (row: AdminRow): AdminView => ({
  ...viewAdmin(row),
  avatar: row.avatar_url,
})

/** The admin a token acts as, with the workspace it acts in. */
export const viewAdminWithApp = (row: AdminRow, app: AppRow): Static<typeof AdminWithApp> => ({
  type: 'admin',
  id: String(row.id),
  email: row.email,
  name: row.name,
  ...(row.job_title !== null && { job_title: row.job_title }),
  email_verified: row.email_verified,
  ...role(row),
  app: viewApp(app),
  avatar: { type: 'avatar', image_url: row.avatar_url },
  has_inbox_seat: row.has_inbox_seat,
})

const viewApp = (app: AppRow): Static<typeof AdminWithApp>['app'] => ({
  type: 'app',
  id_code: app.id,
  name: app.name,
  created_at: app.created_at,
  secure: app.secure,
  identity_verification: app.identity_verification,
  timezone: app.timezone,
  region: app.region,
})

function priorities({ memberships }: AdminRow): Pick<AdminView, 'team_priority_level'> {
  if (!memberships) return {}
  const teams = (wanted: string) =>
    memberships.filter(([, priority]) => priority === wanted).map(([team]) => team)
  return {
    team_priority_level: { primary_team_ids: teams('primary'), secondary_team_ids: teams('secondary') },
  }
}

const role = ({ role_id, role_name }: AdminRow): Pick<AdminView, 'role'> =>
  role_id === null || role_name === null
    ? {}
    : { role: { type: 'role', id: String(role_id), name: role_name } }
