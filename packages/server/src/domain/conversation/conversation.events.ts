import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

/** What happens to conversations and tickets alike, and its topic for each; null where a ticket has none. */
const TOPICS = {
  contactCreated: ['conversation.user.created', null],
  adminCreated: ['conversation.admin.single.created', null],
  contactReplied: ['conversation.user.replied', 'ticket.contact.replied'],
  adminReplied: ['conversation.admin.replied', 'ticket.admin.replied'],
  adminRepliedTranslated: ['conversation.admin.replied.translated', 'ticket.admin.replied.translated'],
  operatorReplied: ['conversation.operator.replied', 'ticket.admin.replied'],
  noted: ['conversation.admin.noted', 'ticket.note.created'],
  assigned: ['conversation.admin.assigned', 'ticket.admin.assigned'],
  teamAssigned: ['conversation.admin.assigned', 'ticket.team.assigned'],
  assignedAndOpened: ['conversation.admin.open.assigned', 'ticket.admin.assigned'],
  opened: ['conversation.admin.opened', null],
  closed: ['conversation.admin.closed', 'ticket.closed'],
  snoozed: ['conversation.admin.snoozed', null],
  unsnoozed: ['conversation.admin.unsnoozed', null],
  read: ['conversation.read', null],
  rated: ['conversation.rating.added', 'ticket.rating.provided'],
  priorityUpdated: ['conversation.priority.updated', null],
  companyUpdated: ['conversation.company.updated', null],
} as const satisfies Record<string, readonly [TopicName, TopicName | null]>

export type ConversationAct = keyof typeof TOPICS

/** Something that happened to a conversation or ticket, with the parts that tell it. */
export function happened(
  conversation: { id: number; is_ticket: boolean },
  act: ConversationAct,
  partIds: number[] = [],
): Happening[] {
  const [ofConversation, ofTicket] = TOPICS[act]
  const topic = conversation.is_ticket ? ofTicket : ofConversation
  if (topic === null) return []
  const type = conversation.is_ticket ? 'ticket' : 'conversation'
  return [
    {
      topic,
      object: { type, id: String(conversation.id) },
      payload: {
        part_ids: partIds.map(String),
        ...(partIds[0] !== undefined && { part_id: String(partIds[0]) }),
      },
    },
  ]
}
