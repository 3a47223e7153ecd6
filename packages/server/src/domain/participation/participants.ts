import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { insertParticipants } from './participation.sql.ts'

/**
 * Makes contacts take part in a conversation its caller has checked, who may have to read what it began with. Returns the ids of those
 * who did not before.
 */
export async function addParticipants(
  tx: Tx,
  actor: Actor,
  { conversationId, contactIds, isUnread = false }: Joining,
): Promise<string[]> {
  if (contactIds.length === 0) return []
  return insertParticipants(tx, actor, { conversationId, contactIds, readPartId: isUnread ? -1 : 0 })
}

interface Joining {
  conversationId: number
  contactIds: string[]
  isUnread?: boolean
}
