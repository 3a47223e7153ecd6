import type { Job } from '@guichet/contract/models/job.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { nowhere } from '../../storage/nowhere.ts'
import type { Actor } from '../actor.ts'
import { enqueueJob } from '../job/index.ts'
import { mergeValues, readAttributes, requireComplete } from './attribute-values.ts'
import type { TicketAsked } from './create-ticket.ts'
import { mayWriteTickets } from './ticket.policy.ts'
import { planTicket } from './ticket-plan.ts'

/** Enqueues a ticket, once all the request says has been checked as it would be for a ticket made at once. */
export async function createTicketLater(
  tx: Tx,
  actor: Actor,
  { request }: Pick<TicketAsked, 'request'>,
): Promise<Static<typeof Job>> {
  mayWriteTickets(actor)
  const { type } = await planTicket(tx, actor, request)
  const read = await readAttributes(actor, { type, values: request.ticket_attributes ?? {}, files: nowhere })
  requireComplete(type, mergeValues({}, read))
  return enqueueJob(tx, actor, { kind: 'create_ticket', resourceType: 'ticket', input: request })
}
