import type { Insertable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { WhatsappMessages } from '../../db/schema.d.ts'

const COLUMNS = [
  ...(['id', 'whatsapp_message_id', 'conversation_id', 'contact_id', 'template_name'] as const),
  ...(['status', 'error', 'created_at', 'updated_at'] as const),
] as const

export type WhatsappRow = NonNullable<Awaited<ReturnType<typeof selectWhatsappMessage>>>

export const selectWhatsappMessage = (tx: Tx, workspaceId: string, messageId: string) =>
  tx
    .selectFrom('whatsapp_messages')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('whatsapp_message_id', '=', messageId)
    .executeTakeFirst()

const ofRuleset = (tx: Tx, workspaceId: string, rulesetId: string) =>
  tx
    .selectFrom('whatsapp_messages')
    .where('workspace_id', '=', workspaceId)
    .where('ruleset_id', '=', rulesetId)

/** One stretch of the messages of a ruleset, the newest first, and how many there are. */
export async function selectOfRuleset(
  tx: Tx,
  workspaceId: string,
  { rulesetId, before, limit }: { rulesetId: string; before: number | undefined; limit: number },
): Promise<{ rows: WhatsappRow[]; total: number }> {
  const [rows, { total }] = await Promise.all([
    ofRuleset(tx, workspaceId, rulesetId)
      .select(COLUMNS)
      .$if(before !== undefined, query => query.where('id', '<', before ?? 0))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
    ofRuleset(tx, workspaceId, rulesetId)
      .select(row => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

export type NewWhatsappMessage = Omit<Insertable<WhatsappMessages>, 'workspace_id' | 'id' | 'updated_at'>

/** Keeps a message, or the later status of one that is kept. */
export async function upsertWhatsappMessage(
  tx: Tx,
  actor: { workspace: { id: string }; now: number },
  message: NewWhatsappMessage,
): Promise<void> {
  await tx
    .insertInto('whatsapp_messages')
    .values({ workspace_id: actor.workspace.id, ...message, updated_at: actor.now })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'whatsapp_message_id'])
        .doUpdateSet({ status: message.status, error: message.error, updated_at: actor.now }),
    )
    .execute()
}
