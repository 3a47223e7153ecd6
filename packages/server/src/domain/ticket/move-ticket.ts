import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { addPart, adminAuthor } from '../conversation/index.ts'
import type { TicketTypeRow } from '../ticket-type/index.ts'
import { packageCode } from './package-code.ts'
import { requireState, statePart } from './state.ts'
import { ticketResolved, ticketStateUpdated } from './ticket.events.ts'
import type { TicketStanding } from './ticket.require.ts'
import { updateTicketRow } from './ticket.sql.ts'

interface Move {
  standing: TicketStanding
  type: TicketTypeRow
  /** The id of a state, or a category. */
  to: string
}

/** Moves a ticket to another state of its type, and says so in a part; nothing for the state it is in. */
export async function moveTicket(tx: Tx, actor: Actor, { standing, type, to }: Move): Promise<void> {
  const { conversation, ticket } = standing
  const from = type.states.find(state => state.id === ticket.ticket_state_id)
  const next = requireState(type, to)
  if (next.id === ticket.ticket_state_id) return
  await updateTicketRow(tx, actor, ticket.id, {
    ticket_state_id: next.id,
    previous_ticket_state_id: ticket.ticket_state_id,
  })
  const author = adminAuthor(await requireOperator(tx, actor))
  const part = statePart({
    ...{ from, to: next, author, state: conversation.state },
    app_package_code: packageCode(actor),
  })
  const partId = await addPart(tx, actor, { conversationId: ticket.id, part })
  await append(tx, actor, ticketStateUpdated(ticket, [partId]))
  if (next.category === 'resolved') await append(tx, actor, ticketResolved(ticket, [partId]))
}
