import { invalid } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import { MailSettings } from '@guichet/contract/models/mailbox.ts'
import type { UpdateMailSettingsRequest } from '@guichet/contract/operations/inbox/mail.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayManageMail } from './mailbox.policy.ts'
import { mergeMailSettings, selectMailSettings } from './mailbox.sql.ts'

type Settings = Static<typeof MailSettings>

const USUAL: Settings = { type: 'mail_settings', unseen_after_minutes: 5, mails_bot_replies: false }

/** When a workspace mails replies, whoever asks. */
export async function mailSettingsOf(tx: Tx, workspaceId: string): Promise<Settings> {
  const settings = { ...USUAL, ...fieldsOf(await selectMailSettings(tx, workspaceId)) }
  return shape.Check(settings) ? settings : USUAL
}

const shape = Compile(MailSettings)

/** The same, for teammates who manage it. */
export async function findMailSettings(tx: Tx, actor: Actor): Promise<Settings> {
  mayManageMail(actor)
  return mailSettingsOf(tx, actor.workspace.id)
}

/** Changes when replies are mailed; 400 for what is no time to wait. */
export async function updateMailSettings(
  tx: Tx,
  actor: Actor,
  change: Static<typeof UpdateMailSettingsRequest>,
): Promise<Settings> {
  mayManageMail(actor)
  const minutes = change.unseen_after_minutes ?? 1
  if (minutes < 1 || minutes > 1440)
    throw invalid('unseen_after_minutes must be from 1 to 1440', 'unseen_after_minutes')
  await mergeMailSettings(tx, actor, change)
  return mailSettingsOf(tx, actor.workspace.id)
}
