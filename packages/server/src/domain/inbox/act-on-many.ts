import { missing, Problem } from '@guichet/contract/errors.ts'
import type { InboxBulkResult } from '@guichet/contract/models/inbox.ts'
import type { InboxBulkRequest } from '@guichet/contract/operations/inbox/inbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type AdminRef, requireAdmin } from '../admin/index.ts'
import {
  assignConversation,
  closeConversation,
  lockConversation,
  mayWriteConversations,
  openConversation,
  requireAssignee,
  type Standing,
  snoozeConversation,
} from '../conversation/index.ts'
import { tagConversation, untagConversation } from '../tagging/index.ts'

type Request = Static<typeof InboxBulkRequest>
type Act = Request['act']

/** Does one thing to one conversation. */
type Doing = (tx: Tx, actor: Actor, on: { conversation: Standing; admin: AdminRef }) => Promise<unknown>

/**
 * Does the same to many conversations: each is told of as if it had been done to it alone, and one that cannot be is named
 * and keeps nobody else from it. 400 or 404 for an act that could be done to none.
 */
export async function actOnMany(
  tx: Tx,
  actor: Actor,
  { conversation_ids, act }: Request,
): Promise<Static<typeof InboxBulkResult>> {
  mayWriteConversations(actor)
  const doing = await readAct(tx, actor, act)
  const admin = await requireAdmin(tx, actor, undefined)
  const result: Static<typeof InboxBulkResult> = { type: 'inbox_bulk_result', done: [], failed: [] }
  // In the order of their ids, so that two who act on the same ones wait for one another and neither for ever.
  const ids = [...new Set(conversation_ids)].toSorted((a, b) => Number(a) - Number(b))
  for (const id of ids) {
    try {
      await doing(tx, actor, { conversation: await lockConversation(tx, actor, id), admin })
      result.done.push(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      result.failed.push({ id, message: error.message })
    }
  }
  return result
}

/** What is to be done, once what it takes is known to be there. What holds already is not done again. */
async function readAct(tx: Tx, actor: Actor, act: Act): Promise<Doing> {
  switch (act.type) {
    case 'close':
      return async (tx, actor, on) =>
        on.conversation.state === 'closed' ? undefined : closeConversation(tx, actor, on)
    case 'open':
      return async (tx, actor, on) =>
        on.conversation.state === 'open' ? undefined : openConversation(tx, actor, on)
    case 'snooze': {
      const { snoozed_until: until } = act
      if (until === undefined) throw missing('snoozed_until')
      return (tx, actor, on) => snoozeConversation(tx, actor, { ...on, until })
    }
    case 'assign': {
      if (act.assignee === undefined) throw missing('assignee')
      const assignee = await requireAssignee(tx, actor, act.assignee)
      return async (tx, actor, on) => {
        const { admin_assignee_id, team_assignee_id } = on.conversation
        const holder = assignee.type === 'admin' ? admin_assignee_id : team_assignee_id
        return holder === assignee.id ? undefined : assignConversation(tx, actor, { ...on, assignee })
      }
    }
    case 'tag':
    case 'untag': {
      const { tag_id: tagId } = act
      if (tagId === undefined) throw missing('tag_id')
      const change = act.type === 'tag' ? tagConversation : untagConversation
      return (tx, actor, { conversation }) =>
        change(tx, actor, { conversationId: String(conversation.id), tagId, adminId: undefined })
    }
  }
}
