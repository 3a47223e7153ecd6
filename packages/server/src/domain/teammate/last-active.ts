import { type RawBuilder, sql } from 'kysely'

/** When somebody was last there, in seconds, as their deeds and sessions tell; null for never. Part of a statement on `admins`. */
export const lastActive = (workspaceId: string): RawBuilder<number | null> =>
  sql`greatest(admins.last_active_at, (
    select max(s.last_seen_at) from sessions s where s.workspace_id = ${workspaceId} and s.admin_id = admins.id
  ))`
