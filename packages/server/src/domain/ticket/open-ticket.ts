import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { addPart, adminAuthor, type ConversationStarted } from '../conversation/index.ts'
import type { TicketTypeRow } from '../ticket-type/index.ts'
import { fetchFiles } from './attribute-files.ts'
import { type AttributeValues, titleAndDescription } from './attribute-values.ts'
import { packageCode } from './package-code.ts'
import { firstState, statePart } from './state.ts'
import { ticketCreated } from './ticket.events.ts'
import { insertTicket } from './ticket.sql.ts'

/** Makes a conversation that has just begun a ticket of a type, in its first state, and announces it. */
export async function openTicket(
  tx: Tx,
  actor: Actor,
  of: {
    started: ConversationStarted
    type: TicketTypeRow
    attributes: AttributeValues
    createdAt?: number | undefined
  },
): Promise<void> {
  const { started, type, attributes, createdAt = actor.now } = of
  const state = firstState(type)
  await insertTicket(tx, actor.workspace.id, {
    ...{ id: started.id, ticket_type_id: type.id, ticket_state_id: state.id, category: type.category },
    ...{ attributes, ...titleAndDescription(type, attributes), is_shared: type.category === 'Customer' },
  })
  await fetchFiles(tx, actor, started.id, attributes)
  const operator = adminAuthor(await requireOperator(tx, actor))
  const part = statePart({
    ...{ from: undefined, to: state, author: operator, state: 'open' },
    app_package_code: packageCode(actor),
  })
  const partId = await addPart(tx, actor, {
    conversationId: started.id,
    part: { ...part, created_at: createdAt },
  })
  await append(tx, actor, ticketCreated(started, [partId]))
}
