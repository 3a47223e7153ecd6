import { errors, problem } from '@guichet/contract/errors.ts'
import type { EmailSetting } from '@guichet/contract/models/email-setting.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { type EmailSettingRow, insertEmailSetting, selectEmailSettings } from './email-setting.sql.ts'

type EmailSettingView = Static<typeof EmailSetting>

const mayRead = permission('read_emails')

/** Every address the workspace sends from. */
export async function listEmailSettings(
  tx: Tx,
  actor: Actor,
): Promise<{ type: 'list'; data: EmailSettingView[] }> {
  mayRead(actor)
  const rows = await selectEmailSettings(tx, actor.workspace.id)
  return { type: 'list', data: rows.map(row => view(actor, row)) }
}

/** One address; 404 when there is none. */
export async function findEmailSetting(tx: Tx, actor: Actor, id: string): Promise<EmailSettingView> {
  const setting = (await listEmailSettings(tx, actor)).data.find(each => each.id === id)
  if (!setting) throw problem(errors.emailSettingNotFound)
  return setting
}

export interface EmailSettingInput {
  email: string
  verified?: boolean
  /** The default brand unless given. */
  brandId?: string
  forwardingEnabled?: boolean
  forwardedEmailLastReceivedAt?: number
}

/** Adds an address to send from, which settings do and no call; answers its id. */
export async function createEmailSetting(tx: Tx, actor: Actor, input: EmailSettingInput): Promise<number> {
  const row = await insertEmailSetting(tx, actor, {
    email: input.email.trim().toLowerCase(),
    verified: input.verified ?? false,
    brand_id: input.brandId === actor.workspace.id ? null : (input.brandId ?? null),
    forwarding_enabled: input.forwardingEnabled ?? false,
    forwarded_email_last_received_at: input.forwardedEmailLastReceivedAt ?? null,
  })
  return row.id
}

const view = (actor: Actor, row: EmailSettingRow): EmailSettingView => ({
  type: 'email_setting',
  id: String(row.id),
  email: row.email,
  verified: row.verified,
  domain: row.email.slice(row.email.lastIndexOf('@') + 1),
  brand_id: row.brand_id ?? actor.workspace.id,
  forwarding_enabled: row.forwarding_enabled,
  forwarded_email_last_received_at: row.forwarded_email_last_received_at,
  created_at: row.created_at,
  updated_at: row.updated_at,
})
