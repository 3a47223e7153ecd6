import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

const of =
  (topic: TopicName) =>
  (ticket: { id: number }, partIds: number[] = []): Happening => ({
    topic,
    object: { type: 'ticket', id: String(ticket.id) },
    payload: {
      part_ids: partIds.map(String),
      ...(partIds[0] !== undefined && { part_id: String(partIds[0]) }),
    },
  })

export const ticketCreated = of('ticket.created')
export const ticketStateUpdated = of('ticket.state.updated')
export const ticketResolved = of('ticket.resolved')
export const ticketAttributeUpdated = of('ticket.attribute.updated')
