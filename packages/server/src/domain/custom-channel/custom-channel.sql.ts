import type { ChannelEventAnswer } from '@guichet/contract/operations/custom-channel-events.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../actor.ts'

export type Reported = Static<typeof ChannelEventAnswer>

/** Lets one report at a time into a channel's conversation, until the transaction ends. */
export async function holdChannel(tx: Tx, actor: Actor, externalId: string): Promise<void> {
  const key = `channel/${actor.workspace.id}/${externalId}`
  await hold(tx, key)
}

/** What a report was answered that came before. */
export async function selectReported(
  tx: Tx,
  workspaceId: string,
  eventId: string,
): Promise<Reported | undefined> {
  const row = await tx
    .selectFrom('channel_events')
    .select(['external_conversation_id', 'conversation_id', 'external_contact_id', 'contact_id'])
    .where('workspace_id', '=', workspaceId)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row && { ...row, conversation_id: String(row.conversation_id) }
}

/** Keeps a report; whether it is the first of its id. */
export async function insertReported(
  tx: Tx,
  actor: Actor,
  eventId: string,
  reported: Reported,
): Promise<boolean> {
  const row = await tx
    .insertInto('channel_events')
    .values({
      ...reported,
      workspace_id: actor.workspace.id,
      event_id: eventId,
      conversation_id: Number(reported.conversation_id),
      created_at: actor.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function selectConversationId(
  tx: Tx,
  workspaceId: string,
  externalId: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('channel_conversations')
    .select('conversation_id')
    .where('workspace_id', '=', workspaceId)
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  return row?.conversation_id
}

export async function insertConversationId(
  tx: Tx,
  actor: Actor,
  externalId: string,
  conversationId: number,
): Promise<void> {
  await tx
    .insertInto('channel_conversations')
    .values({
      ...{ workspace_id: actor.workspace.id, external_id: externalId },
      ...{ conversation_id: conversationId, created_at: actor.now },
    })
    .execute()
}

/** The name of a live attribute of conversations, by its id. */
export async function selectAttributeName(
  tx: Tx,
  workspaceId: string,
  id: number,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('data_attributes')
    .select('name')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('model', '=', 'conversation')
    .where('archived', '=', false)
    .executeTakeFirst()
  return row?.name
}
