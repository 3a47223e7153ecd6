import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

export const selectPartToRedact = (
  tx: Tx,
  workspaceId: string,
  { conversationId, partId }: { conversationId: number; partId: number },
) =>
  tx
    .selectFrom('conversation_parts')
    .select(['id', 'body', 'redacted'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', partId)
    .executeTakeFirst()

export const selectSourceToRedact = (tx: Tx, workspaceId: string, conversationId: number) =>
  tx
    .selectFrom('conversations')
    .select(['source_id', 'source_author_type', 'source_redacted'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow()

/** Replaces the words of a part and drops its files. */
export async function redactPartRow(
  tx: Tx,
  actor: Actor,
  { conversationId, partId, body }: { conversationId: number; partId: number; body: string },
): Promise<void> {
  await tx
    .updateTable('conversation_parts')
    .set({
      ...{ body, written: null, text: '', redacted: true, updated_at: actor.now },
      attachments: json([]),
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', partId)
    .execute()
}

/** Replaces the words of a first message, its subject among them, and drops its files. */
export async function redactSourceRow(
  tx: Tx,
  actor: Actor,
  { conversationId, body }: { conversationId: number; body: string },
): Promise<void> {
  await tx
    .updateTable('conversations')
    .set({
      ...{ source_body: body, source_text: '', source_subject: '', source_redacted: true },
      ...{ source_attachments: json([]), updated_at: actor.now },
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', conversationId)
    .execute()
}

/** Forgets what it said in other languages. */
export async function deleteTranslations(
  tx: Tx,
  workspaceId: string,
  { conversationId, partId }: { conversationId: number; partId: number },
): Promise<void> {
  await tx
    .deleteFrom('part_translations')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('part_id', '=', partId)
    .execute()
}
