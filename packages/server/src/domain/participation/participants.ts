import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { insertParticipants } from './participation.sql.ts'

/** Makes contacts take part in a conversation its caller has checked. Returns the ids of those who did not before. */
export async function addParticipants(
  tx: Tx,
  actor: Actor,
  { conversationId, contactIds }: { conversationId: number; contactIds: string[] },
): Promise<string[]> {
  return contactIds.length === 0 ? [] : insertParticipants(tx, actor, conversationId, contactIds)
}
