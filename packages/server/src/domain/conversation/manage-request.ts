import { missing } from '@guichet/contract/errors.ts'
import type { ManageConversationRequest } from '@guichet/contract/operations/conversations.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireSigner } from '../admin/index.ts'
import { assignConversation, requireAssignee } from './assign.ts'
import { mayWriteConversations } from './conversation.policy.ts'
import { answerWithParts, type ConversationView } from './conversation.view.ts'
import { closeConversation, type Managing, openConversation, snoozeConversation } from './manage.ts'
import { lockConversation } from './standing.ts'

type Act = 'close' | 'snoozed' | 'open' | 'assignment'
type Request = Omit<Static<typeof ManageConversationRequest>, 'admin_id' | 'type' | 'message_type'> & {
  message_type: Act
  type?: string | undefined
  admin_id?: string | undefined
}

/** Closes, snoozes, opens or assigns a conversation. Answers it with the new part only. */
export async function manageConversation(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Request },
): Promise<ConversationView> {
  mayWriteConversations(actor)
  const conversation = await lockConversation(tx, actor, id)
  const admin = await requireSigner(tx, actor, request.admin_id)
  const partId = await ACTS[request.message_type](tx, actor, { conversation, admin }, request)
  return answerWithParts(tx, actor, conversation.id, [partId])
}

/** Whether a reply is one of the actions. */
export const isManaging = <R extends { message_type: string }>(
  request: R,
): request is R & { message_type: Act } => request.message_type in ACTS

type Acting = (tx: Tx, actor: Actor, managing: Managing, request: Request) => Promise<number>

const ACTS: Record<Act, Acting> = {
  close: async (tx, actor, managing, { type, body }) => {
    if (type === undefined) throw missing('type')
    return closeConversation(tx, actor, { ...managing, body })
  },
  open: openConversation,
  snoozed: async (tx, actor, managing, { snoozed_until: until }) => {
    if (until === undefined) throw missing('snoozed_until')
    return snoozeConversation(tx, actor, { ...managing, until })
  },
  assignment: async (tx, actor, managing, { type, assignee_id, body }) => {
    if (type === undefined) throw missing('type')
    if (assignee_id === undefined) throw missing('assignee_id')
    const assignee = await requireAssignee(tx, actor, { type, id: assignee_id })
    return assignConversation(tx, actor, { ...managing, assignee, body })
  },
}
