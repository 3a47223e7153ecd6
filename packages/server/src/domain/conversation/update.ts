import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { UpdateConversationRequest } from '@guichet/contract/operations/conversations.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append, type Happening } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin, requireOperator } from '../admin/index.ts'
import { findCompany } from '../company/index.ts'
import { changeConversation } from './change.ts'
import { changedAttributes } from './changed-attributes.ts'
import { happened } from './conversation.events.ts'
import { mayWriteConversations } from './conversation.policy.ts'
import { type ConversationView, viewConversation } from './conversation.view.ts'
import { addParts, adminAuthor, type NewPart } from './part.ts'
import { type Changes, lockConversation, type Standing } from './standing.ts'

type Request = Static<typeof UpdateConversationRequest>

/** What one field of a request does. */
interface Effect {
  changes?: Changes
  parts?: NewPart[]
  happenings?: Happening[]
}

type FieldOfRequest = (tx: Tx, actor: Actor, standing: Standing, request: Request) => Promise<Effect>

/** Changes a conversation; what a contact or teammate should see of it becomes parts. Answers the whole conversation. */
export async function updateConversation(
  tx: Tx,
  actor: Actor,
  { id, request, displayAs }: { id: string; request: Request; displayAs: string | undefined },
): Promise<ConversationView> {
  mayWriteConversations(actor)
  const standing = await lockConversation(tx, actor, id)
  const changes: Changes = {}
  const parts: NewPart[] = []
  const happenings: Happening[] = []
  for (const field of [read, title, attributes, company, priority]) {
    const effect = await field(tx, actor, standing, request)
    Object.assign(changes, effect.changes)
    parts.push(...(effect.parts ?? []))
    happenings.push(...(effect.happenings ?? []))
  }
  if (parts.length > 0) await addParts(tx, actor, { conversationId: standing.id, parts, changes })
  else if (Object.keys(changes).length > 0) await changeConversation(tx, actor, { id: standing.id, changes })
  await append(tx, actor, ...happenings)
  return viewConversation(tx, actor, standing.id, { parts: 'all', displayAs })
}

const read: FieldOfRequest = async (_tx, _actor, standing, request) => {
  if (request.read === undefined || request.read === standing.read) return {}
  return { changes: { read: request.read }, happenings: request.read ? happened(standing, 'read') : [] }
}

const title: FieldOfRequest = async (tx, actor, standing, request) => {
  if (request.title === undefined || request.title === standing.title) return {}
  if (request.title !== null && request.title.length > LONGEST_TITLE)
    throw invalid('title is too long', 'title')
  const author = adminAuthor(await requireOperator(tx, actor))
  return {
    changes: { title: request.title },
    parts: [{ part_type: 'title_update', author, state: standing.state }],
  }
}

const LONGEST_TITLE = 2000

const attributes: FieldOfRequest = async (tx, actor, standing, request) => {
  const changed = await changedAttributes(tx, actor, { standing, values: request.custom_attributes ?? {} })
  if (changed.details.length === 0) return {}
  const author = adminAuthor(await requireOperator(tx, actor))
  return {
    changes: { custom_attributes: changed.values },
    parts: changed.details.map(event_details => ({
      part_type: 'conversation_attribute_updated_by_admin',
      author,
      state: standing.state,
      event_details,
    })),
  }
}

const company: FieldOfRequest = async (tx, actor, standing, request) => {
  if (request.company_id === undefined || request.company_id === standing.company_id) return {}
  const found = request.company_id === null ? null : await findCompany(tx, actor, { id: request.company_id })
  if (found === undefined) throw problem(errors.companyNotFound)
  return {
    changes: { company_id: found?.id ?? null },
    happenings: happened(standing, 'companyUpdated'),
  }
}

const priority: FieldOfRequest = async (tx, actor, standing, request) => {
  if (request.priority === undefined || request.priority === standing.priority) return {}
  const by =
    request.admin_id === undefined
      ? await requireOperator(tx, actor)
      : await requireAdmin(tx, actor, request.admin_id)
  const event_details = { current_priority: request.priority, previous_priority: standing.priority }
  return {
    changes: { priority: request.priority },
    parts: [{ part_type: 'priority_changed', author: adminAuthor(by), state: standing.state, event_details }],
    happenings: happened(standing, 'priorityUpdated'),
  }
}
