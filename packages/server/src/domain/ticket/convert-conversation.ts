import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { ConvertConversationRequest } from '@guichet/contract/operations/conversation-conversion.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { addPart, adminAuthor, lockConversation, mayWriteConversations } from '../conversation/index.ts'
import { requireTicketType } from '../ticket-type/index.ts'
import { fetchFiles } from './attribute-files.ts'
import { mergeValues, readAttributes, requireComplete, titleAndDescription } from './attribute-values.ts'
import { packageCode } from './package-code.ts'
import { firstState, requireState, statePart } from './state.ts'
import { ticketCreated } from './ticket.events.ts'
import { insertTicket, markAsTicket } from './ticket.sql.ts'
import { type TicketView, viewTicket } from './ticket.view.ts'

interface Converting {
  id: string
  request: Static<typeof ConvertConversationRequest>
  files: FileStore
}

/** Makes a conversation a customer ticket, under the same id. Answers the ticket. */
export async function convertConversation(
  tx: Tx,
  actor: Actor,
  { id, request, files }: Converting,
): Promise<TicketView> {
  mayWriteConversations(actor)
  const conversation = await lockConversation(tx, actor, id)
  if (conversation.is_ticket) throw invalid('Conversation is already a ticket')
  const type = await requireTicketType(tx, actor, request.ticket_type_id)
  if (type.category !== 'Customer') throw problem(errors.notACustomerTicketType)
  const to =
    request.ticket_state_id === undefined ? firstState(type) : requireState(type, request.ticket_state_id)
  const read = await readAttributes(actor, { type, values: request.attributes ?? {}, files })
  const attributes = mergeValues({}, read)
  requireComplete(type, attributes)
  await insertTicket(tx, actor.workspace.id, {
    ...{ id: conversation.id, ticket_type_id: type.id, ticket_state_id: to.id, category: type.category },
    ...{ attributes, ...titleAndDescription(type, attributes), is_shared: true },
  })
  await markAsTicket(tx, actor.workspace.id, conversation.id)
  await fetchFiles(tx, actor, conversation.id, attributes)
  const author = adminAuthor(await requireOperator(tx, actor))
  const app_package_code = packageCode(actor)
  const part = statePart({ from: undefined, to, author, state: conversation.state, app_package_code })
  const partId = await addPart(tx, actor, { conversationId: conversation.id, part })
  await append(tx, actor, ticketCreated(conversation, [partId]))
  return viewTicket(tx, actor, conversation.id)
}
