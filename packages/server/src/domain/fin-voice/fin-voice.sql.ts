import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

const select = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('fin_voice_calls as voice')
    .leftJoin('calls', join =>
      join.onRef('calls.workspace_id', '=', 'voice.workspace_id').onRef('calls.id', '=', 'voice.call_id'),
    )
    .select(['voice.id', 'voice.app_id', 'voice.user_phone_number', 'voice.status', 'voice.call_id'])
    .select(['voice.external_call_id', 'voice.call_summary', 'voice.intent'])
    .select(['calls.conversation_id', 'calls.transcript'])
    .where('voice.workspace_id', '=', workspaceId)
    .orderBy('voice.created_at', 'desc')
    .orderBy('voice.id', 'desc')

export type VoiceRow = NonNullable<Awaited<ReturnType<typeof selectById>>>

export const selectById = (tx: Tx, workspaceId: string, id: number) =>
  select(tx, workspaceId).where('voice.id', '=', id).executeTakeFirst()

export const selectByExternalId = (tx: Tx, workspaceId: string, externalId: string) =>
  select(tx, workspaceId).where('voice.external_call_id', '=', externalId).executeTakeFirst()

/** The latest of a number. */
export const selectByPhone = (tx: Tx, workspaceId: string, phone: string) =>
  select(tx, workspaceId).where('voice.user_phone_number', '=', phone).limit(1).executeTakeFirst()

export const selectOfConversation = (tx: Tx, workspaceId: string, conversationId: number) =>
  select(tx, workspaceId).where('calls.conversation_id', '=', conversationId).execute()

/** The latest call of a number that no announcement is matched with. */
export const selectUnmatchedCall = (
  tx: Tx,
  workspaceId: string,
  { phone, since }: { phone: string; since: number },
): Promise<{ id: number } | undefined> =>
  tx
    .selectFrom('calls')
    .leftJoin('fin_voice_calls as voice', join =>
      join.onRef('voice.workspace_id', '=', 'calls.workspace_id').onRef('voice.call_id', '=', 'calls.id'),
    )
    .select('calls.id')
    .where('calls.workspace_id', '=', workspaceId)
    .where('calls.phone', '=', phone)
    .where('calls.created_at', '>=', since)
    .where('voice.id', 'is', null)
    .orderBy('calls.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

export interface NewVoiceCall {
  user_phone_number: string
  external_call_id: string
  source: 'five9' | 'zoom_phone' | 'aws_connect'
  data: Record<string, unknown> | null
  call_id: number | null
}

export const insertVoiceCall = (
  tx: Tx,
  actor: Actor,
  { data, ...call }: NewVoiceCall,
): Promise<{ id: number }> =>
  tx
    .insertInto('fin_voice_calls')
    .values({
      ...{ workspace_id: actor.workspace.id, app_id: actor.appId, ...call, data: data && json(data) },
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
