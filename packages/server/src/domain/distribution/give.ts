import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { assignConversation, lockConversation } from '../conversation/index.ts'
import { lockGiving, lockMember, type Match, selectNextMatch, takeTurn } from './distribution.sql.ts'

/** The part types of what each way of distributing does. */
const PART_TYPES = { round_robin: 'default_assignment', load_balanced: 'balanced_assignment' } as const

export type Given = { conversationId: number; partId: number } | 'changed meanwhile' | 'nobody has room'

/**
 * Gives the next waiting conversation of some teams to somebody who has room, as the Operator. The match is looked for again once
 * everything it rests on is held: so no two give the same, and nobody gets more than they have room for.
 *
 * Locks come in one order: giving, the conversation, the member. Commands hold conversations before people too.
 */
export async function giveNext(
  tx: Tx,
  actor: Actor,
  { teamIds, only }: { teamIds: number[]; only?: number },
): Promise<Given> {
  const workspaceId = actor.workspace.id
  await lockGiving(tx, workspaceId)
  const match = await selectNextMatch(tx, workspaceId, teamIds)
  if (!match || (only !== undefined && match.conversation_id !== only)) return 'nobody has room'
  const conversation = await lockConversation(tx, actor, match.conversation_id)
  await lockMember(tx, workspaceId, match)
  if (!isSame(match, await selectNextMatch(tx, workspaceId, teamIds))) return 'changed meanwhile'
  await takeTurn(tx, workspaceId, match)
  const partId = await assignConversation(tx, actor, {
    ...{ conversation, admin: await requireOperator(tx, actor) },
    assignee: { type: 'admin', id: match.admin_id },
    partType: PART_TYPES[match.method],
    details: {
      distribution_method: match.method,
      distribution_team: { id: String(match.team_id), name: match.team_name },
    },
  })
  return { conversationId: conversation.id, partId }
}

const isSame = (one: Match, other: Match | undefined): boolean =>
  one.conversation_id === other?.conversation_id && one.admin_id === other.admin_id
