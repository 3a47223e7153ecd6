import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { NewPart } from './part.ts'

export async function insertPart(
  tx: Tx,
  actor: Actor,
  conversationId: number,
  part: NewPart,
): Promise<number> {
  const { id } = await tx
    .insertInto('conversation_parts')
    .values({
      workspace_id: actor.workspace.id,
      conversation_id: conversationId,
      part_type: part.part_type,
      created_at: actor.now,
      updated_at: actor.now,
      author_type: part.author.type,
      author_id: part.author.id,
      author_name: part.author.name,
      author_email: part.author.email,
      event_details: part.event_details === undefined ? null : json(part.event_details),
      tags: json(part.tags ?? []),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('conversations')
    .set(row => ({
      count_conversation_parts: row('count_conversation_parts', '+', 1),
      updated_at: actor.now,
    }))
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', conversationId)
    .execute()
  return id
}
