import { MAIL_LANGUAGES } from '@guichet/contract/models/workspace-settings.ts'
import { sql } from 'kysely'
import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import { ALLOWLIST_CHANNEL } from '../ip-allowlist/index.ts'

export type MailLanguage = (typeof MAIL_LANGUAGES)[number]

export const selectWorkspace = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('workspaces')
    .select(['id', 'name', 'timezone', 'sandbox', 'created_at'])
    .select(sql<string | null>`settings->>'mail_language'`.as('language'))
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()

export type WorkspaceRow = Awaited<ReturnType<typeof selectWorkspace>>

/** The language that a workspace has its mails to teammates written in. */
export async function mailLanguageOf(tx: Tx, workspaceId: string): Promise<MailLanguage> {
  return readLanguage((await selectWorkspace(tx, workspaceId)).language)
}

export const readLanguage = (kept: string | null): MailLanguage =>
  MAIL_LANGUAGES.find(language => language === kept) ?? 'en'

/** Changes a workspace, and has every node forget the credentials that hold its name and time zone. */
export async function updateWorkspace(
  tx: Tx,
  actor: Actor,
  { language, ...change }: { name?: string; timezone?: string; language?: MailLanguage },
): Promise<void> {
  const settings = language && sql<string>`settings || ${json({ mail_language: language })}::jsonb`
  await tx
    .updateTable('workspaces')
    .set({ ...change, ...(settings && { settings }), updated_at: actor.now })
    .where('id', '=', actor.workspace.id)
    .execute()
  await announce(tx, ALLOWLIST_CHANNEL, actor.workspace.id)
}
