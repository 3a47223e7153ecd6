import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { insertMentions, markSeen, selectUnseenCount } from './mention.sql.ts'

/** No note mentions more. */
const MOST = 50

/** Keeps whom a note mentions: teammates there are, each once, and not its author. `html` is as it was sanitised. */
export async function recordMentions(
  tx: Tx,
  actor: Actor,
  of: { conversationId: number; partId: number; authorId: number; html: string },
): Promise<void> {
  const named = [...of.html.matchAll(MENTION)].map(([, id]) => Number(id))
  const adminIds = [...new Set(named)].filter(id => id !== of.authorId && Number.isSafeInteger(id))
  if (adminIds.length > 0) await insertMentions(tx, actor, { ...of, adminIds: adminIds.slice(0, MOST) })
}

/** As sanitising leaves it: text/html.ts. */
const MENTION = /<span[^<>]*\sdata-mention="(\d{1,15})"/g

/** Whoever is signed in has looked at a conversation in which they are mentioned. */
export const seeMentions = (tx: Tx, actor: Actor, conversationId: number): Promise<void> =>
  markSeen(tx, actor, conversationId)

/** In how many conversations somebody was mentioned and has not looked since. */
export const countUnseenMentions = (tx: Tx, actor: Actor): Promise<number> =>
  selectUnseenCount(tx, actor.workspace.id, actor.adminId)
