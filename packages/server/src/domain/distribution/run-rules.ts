import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import {
  type Assignee,
  answerWithParts,
  assignConversation,
  type ConversationView,
  lockConversation,
  mayWriteConversations,
  type Standing,
} from '../conversation/index.ts'
import { lockGiving } from './distribution.sql.ts'
import { giveNext } from './give.ts'
import { openTeams } from './open-teams.ts'

/**
 * Assigns by the rules of the workspace. With no rule that fits, the conversation stays with who has it; where it is first in the
 * line of a team that distributes, and somebody has room, they get it at once.
 */
export async function runAssignmentRules(tx: Tx, actor: Actor, id: string): Promise<ConversationView> {
  mayWriteConversations(actor)
  await lockGiving(tx, actor.workspace.id)
  const conversation = await lockConversation(tx, actor, id)
  const admin = await requireOperator(tx, actor)
  const assignee = byDefault(conversation)
  const partId = await assignConversation(tx, actor, {
    conversation,
    admin,
    assignee,
    partType: 'default_assignment',
  })
  const { open } = await openTeams(tx, actor)
  const given = await giveNext(tx, actor, { teamIds: open, only: conversation.id })
  const more = typeof given === 'string' ? [] : [given.partId]
  return answerWithParts(tx, actor, conversation.id, [partId, ...more])
}

function byDefault({ admin_assignee_id: admin, team_assignee_id: team }: Standing): Assignee {
  return team !== null && admin === null ? { type: 'team', id: team } : { type: 'admin', id: admin }
}
