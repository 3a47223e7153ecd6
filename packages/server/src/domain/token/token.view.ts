import type { AccessToken } from '@guichet/contract/models/access-token.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { NamedTokenRow } from './named-token.sql.ts'

export type TokenView = Static<typeof AccessToken>

export const viewToken = (row: NamedTokenRow): TokenView => ({
  type: 'access_token',
  id: String(row.id),
  label: row.label,
  scopes: row.scopes,
  app_id: String(row.registration_id),
  app_name: row.app_name,
  admin_id: String(row.admin_id),
  admin_name: row.admin_name,
  created_at: row.created_at,
  expires_at: row.expires_at,
  revoked_at: row.revoked_at,
})
