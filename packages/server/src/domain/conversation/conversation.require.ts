import { errors, type Kind, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { selectConversationRef } from './conversation.sql.ts'
import type { State } from './standing.ts'

/** What other nouns need to know of a conversation or ticket. */
export interface ConversationRef {
  id: number
  is_ticket: boolean
  state: State
}

/** The conversation of an id; 404 when there is none, with the error of the route where that has its own. */
export async function requireConversation(
  tx: Tx,
  actor: Actor,
  id: string | number,
  unknown: Kind = errors.conversationNotFound,
): Promise<ConversationRef> {
  const row = await byNumericId(id, key => selectConversationRef(tx, actor.workspace.id, key))
  if (!row) throw problem(unknown)
  return row
}
