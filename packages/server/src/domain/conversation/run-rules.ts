import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { type Assignee, assignConversation } from './assign.ts'
import { mayWriteConversations } from './conversation.policy.ts'
import { answerWithParts, type ConversationView } from './conversation.view.ts'
import { lockConversation, type Standing } from './standing.ts'

/** Assigns by the rules of the workspace. With no rule that fits, the conversation stays with who has it. */
export async function runAssignmentRules(tx: Tx, actor: Actor, id: string): Promise<ConversationView> {
  mayWriteConversations(actor)
  const conversation = await lockConversation(tx, actor, id)
  const admin = await requireOperator(tx, actor)
  const assignee = byDefault(conversation)
  const partId = await assignConversation(tx, actor, {
    conversation,
    admin,
    assignee,
    partType: 'default_assignment',
  })
  return answerWithParts(tx, actor, conversation.id, [partId])
}

function byDefault({ admin_assignee_id: admin, team_assignee_id: team }: Standing): Assignee {
  return team !== null && admin === null ? { type: 'team', id: team } : { type: 'admin', id: admin }
}
