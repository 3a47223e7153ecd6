import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Ticket as TicketModel } from '@guichet/contract/models/ticket.ts'
import type { TicketTypeAttribute } from '@guichet/contract/models/ticket-type.ts'
import { conversationConversion } from '@guichet/contract/operations/conversation-conversion.ts'
import { ticketLinks } from '@guichet/contract/operations/ticket-links.ts'
import { tickets } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { type Conversation, conversationQuery, refreshLists } from './conversations.ts'
import { ticketQuery, type useTicketTypes } from './tickets.ts'

type Ticket = Static<typeof TicketModel>
export type TypeOfTickets = ReturnType<typeof useTicketTypes>[number]
export type TicketAttribute = Static<typeof TicketTypeAttribute>

/** What a ticket of a type tells of itself, in its order. */
export const attributesOf = ({ ticket_type_attributes: all }: TypeOfTickets): TicketAttribute[] =>
  (all?.data ?? []).filter(({ archived }) => !archived).toSorted((a, b) => a.order - b.order)

/** What a list can hold. */
export function optionsOf({ input_options }: TicketAttribute): string[] {
  const options = input_options?.['list_options']
  return Array.isArray(options) ? options.map(option => String(fieldsOf(option)['label'])) : []
}

/** What can be done to a ticket. */
export type TicketAct =
  | { type: 'state'; state: string }
  | { type: 'attributes'; attributes: Record<string, unknown> }
  | { type: 'kind'; kind: string; state: string }
  | { type: 'share'; shared: boolean }
  | { type: 'link'; conversation: string }
  | { type: 'unlink'; conversation: string }

/** Does something to a ticket: shown at once where it is a matter of the ticket alone, taken back where it is refused. */
export function useTicketAct(id: string) {
  const client = useQueryClient()
  const { queryKey } = ticketQuery(id)
  return useMutation({
    mutationFn: (act: TicketAct) => perform(id, act),
    meta: { failed: t('inbox.actFailed') },
    onMutate: act => {
      const before = client.getQueryData(queryKey)
      if (before && act.type === 'attributes')
        client.setQueryData(queryKey, {
          ...before,
          ticket_attributes: { ...before.ticket_attributes, ...act.attributes },
        })
      return { before }
    },
    onError: (_error, _act, context) => client.setQueryData(queryKey, context?.before),
    onSettled: (_answer, _error, act) =>
      refresh(client, id, ...(act.type === 'link' || act.type === 'unlink' ? [act.conversation] : [])),
  })
}

function perform(id: string, act: TicketAct): Promise<unknown> {
  const params = { id }
  switch (act.type) {
    case 'state':
      return call(tickets.update, { params, body: { ticket_state_id: act.state } })
    case 'attributes':
      return call(tickets.update, { params, body: { ticket_attributes: act.attributes } })
    case 'share':
      return call(tickets.update, { params, body: { is_shared: act.shared } })
    case 'kind':
      return call(tickets.changeType, {
        params: { ticket_id: id },
        body: { ticket_type_id: act.kind, ticket_state_id: act.state },
      })
    case 'link':
      return call(ticketLinks.link, {
        params: { ticket_id: id },
        body: { conversation_id: act.conversation },
      })
    case 'unlink':
      return call(ticketLinks.unlink, { params: { ticket_id: id, id: act.conversation } })
  }
}

/** Links a conversation to a tracker. */
export function useLinkToTracker() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ tracker, conversation }: { tracker: string; conversation: string }) =>
      perform(tracker, { type: 'link', conversation }),
    meta: { failed: t('inbox.actFailed') },
    onSettled: (_answer, _error, { tracker, conversation }) => refresh(client, tracker, conversation),
  })
}

/** What came of a ticket shows wherever it is looked at, and in what it is linked with. */
function refresh(client: QueryClient, ...ids: string[]): Promise<unknown> {
  refreshLists(client)
  return Promise.all([
    ...ids.flatMap(id => [
      client.invalidateQueries({ queryKey: ticketQuery(id).queryKey }),
      client.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
    ]),
    client.invalidateQueries({ queryKey: [tickets.search.path] }),
  ])
}

/**
 * Makes a ticket of a conversation: a customer's is the conversation itself from then on; one of another category stands
 * beside it and is linked.
 */
export function useMakeTicket(conversation: Conversation) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      type,
      attributes,
    }: {
      type: TypeOfTickets
      attributes: Record<string, unknown>
    }): Promise<Ticket> =>
      type.category === 'Customer'
        ? call(conversationConversion.convert, {
            params: { id: conversation.id },
            body: { ticket_type_id: type.id, attributes },
          })
        : call(tickets.create, {
            body: {
              ticket_type_id: type.id,
              contacts: conversation.contacts.contacts.map(({ id }) => ({ id })),
              ticket_attributes: attributes,
              conversation_to_link_id: conversation.id,
            },
          }),
    onSuccess: ticket => refresh(client, conversation.id, ticket.id),
  })
}
