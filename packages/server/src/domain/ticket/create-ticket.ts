import type { CreateTicketRequest } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { type ContactRef, createLead, promoteVisitor, requireContact } from '../contact/index.ts'
import {
  adminAuthor,
  assignConversation,
  type ConversationStarted,
  startConversation,
} from '../conversation/index.ts'
import { mergeValues, readAttributes, requireComplete } from './attribute-values.ts'
import { insertLink } from './link.sql.ts'
import { openTicket } from './open-ticket.ts'
import { mayWriteTickets } from './ticket.policy.ts'
import { lockTicket } from './ticket.require.ts'
import { type TicketView, viewTicket } from './ticket.view.ts'
import { planTicket, type TicketPlan } from './ticket-plan.ts'

/** A ticket asked for, and where its files are kept. */
export interface TicketAsked {
  request: Static<typeof CreateTicketRequest>
  files: FileStore
}

/** Creates a ticket for one contact, who is made a lead when only an unknown email is given. */
export async function createTicket(
  tx: Tx,
  actor: Actor,
  { request, files }: TicketAsked,
): Promise<TicketView> {
  mayWriteTickets(actor)
  const plan = await planTicket(tx, actor, request)
  const { type, createdAt } = plan
  const read = await readAttributes(actor, { type, values: request.ticket_attributes ?? {}, files })
  const attributes = mergeValues({}, read)
  requireComplete(type, attributes)
  const started = await start(tx, actor, plan)
  await openTicket(tx, actor, { started, type, attributes, createdAt })
  await assign(tx, actor, started, plan)
  if (plan.linkId !== null) await insertLink(tx, actor, { from: started.id, to: plan.linkId })
  return viewTicket(tx, actor, started.id)
}

/** A teammate makes it, so that nobody waits for an answer yet. */
async function start(tx: Tx, actor: Actor, plan: TicketPlan): Promise<ConversationStarted> {
  return startConversation(tx, actor, {
    contact: await contactOf(tx, actor, plan),
    body: null,
    author: adminAuthor(await requireAdmin(tx, actor, undefined)),
    deliveredAs: 'admin_initiated',
    createdAt: plan.createdAt,
    companyId: plan.companyId,
    isTicket: true,
  })
}

async function contactOf(tx: Tx, actor: Actor, { contact, email }: TicketPlan): Promise<ContactRef> {
  if (contact) return promoteVisitor(tx, actor, contact)
  return requireContact(tx, actor, await createLead(tx, actor, { email }))
}

async function assign(tx: Tx, actor: Actor, { id }: { id: number }, plan: TicketPlan): Promise<void> {
  if (plan.assignees.length === 0) return
  const admin = await requireAdmin(tx, actor, undefined)
  for (const assignee of plan.assignees) {
    const { conversation } = await lockTicket(tx, actor, id)
    await assignConversation(tx, actor, { conversation, admin, assignee })
  }
}
