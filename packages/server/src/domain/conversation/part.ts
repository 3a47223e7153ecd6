import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { insertPart } from './part.sql.ts'

/** A part about to be added to a conversation. */
export interface NewPart {
  part_type: string
  author: { type: string; id: string; name: string | null; email: string | null }
  event_details?: unknown
  tags?: unknown[]
}

/** Adds a part to a conversation that its caller has checked, and counts it. Returns the part's id. */
export async function addPart(
  tx: Tx,
  actor: Actor,
  input: { conversationId: number; part: NewPart },
): Promise<number> {
  return insertPart(tx, actor, input.conversationId, input.part)
}
