import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export const selectEmailSettings = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('email_settings')
    .select(['id', 'email', 'verified', 'brand_id', 'forwarding_enabled'])
    .select(['forwarded_email_last_received_at', 'created_at', 'updated_at'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()

export type EmailSettingRow = Awaited<ReturnType<typeof selectEmailSettings>>[number]

export interface NewEmailSetting {
  email: string
  verified: boolean
  brand_id: string | null
  forwarding_enabled: boolean
  forwarded_email_last_received_at: number | null
}

export const insertEmailSetting = (tx: Tx, actor: Actor, setting: NewEmailSetting): Promise<{ id: number }> =>
  tx
    .insertInto('email_settings')
    .values({ workspace_id: actor.workspace.id, ...setting, created_at: actor.now, updated_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()
