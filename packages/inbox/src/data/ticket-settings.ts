import type { AnswerOf } from '@guichet/contract/operation.ts'
import { ticketSettings } from '@guichet/contract/operations/inbox/ticket-settings.ts'
import { ticketTypes } from '@guichet/contract/operations/ticket-types.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { showIn, useChange } from './change.ts'
import { queryOf } from './query-of.ts'

type TypeList = AnswerOf<typeof ticketTypes.list>
type StateList = AnswerOf<typeof ticketTypes.listStates>
export type TicketType = TypeList['data'][number]
export type TicketAttribute = NonNullable<TicketType['ticket_type_attributes']>['data'][number]
export type TicketState = StateList['data'][number]

const refresh = [ticketTypes.list, ticketTypes.listStates]
const failing = () => ({ refresh, failed: t('settings.failed') })

/** All types of tickets, archived ones too. */
export const useTicketTypes = () => useQuery(queryOf(ticketTypes.list, {}))

export const useCreateType = () => useChange(ticketTypes.create, { refresh })

export const useUpdateType = () => useChange(ticketTypes.update, { refresh })

export const useCreateTypeAttribute = () => useChange(ticketTypes.createAttribute, { refresh })

export const useUpdateTypeAttribute = () =>
  useChange(ticketTypes.updateAttribute, {
    ...failing(),
    show: (client, { params, body }) =>
      showIn<TypeList>(client, ticketTypes.list, known => ({
        ...known,
        data: known.data.map(type =>
          type.id === params.ticket_type_id ? withAttribute(type, params.id, body ?? {}) : type,
        ),
      })),
  })

function withAttribute(type: TicketType, id: string, change: object): TicketType {
  const data = (type.ticket_type_attributes?.data ?? []).map(each =>
    each.id === id ? { ...each, ...change } : each,
  )
  return { ...type, ticket_type_attributes: { type: 'list', data } }
}

/** Puts the attributes of a type in an order, which shows at once. */
export const useOrderTypeAttributes = () =>
  useChange(ticketSettings.orderAttributes, {
    ...failing(),
    show: (client, { params, body: { ids } }) =>
      showIn<TypeList>(client, ticketTypes.list, known => ({
        ...known,
        data: known.data.map(type =>
          type.id === params.id
            ? {
                ...type,
                ticket_type_attributes: {
                  type: 'list' as const,
                  data: byIds(type.ticket_type_attributes?.data ?? [], ids),
                },
              }
            : type,
        ),
      })),
  })

/** All states that tickets can be in. */
export const useTicketStates = () => useQuery(queryOf(ticketTypes.listStates, {}))

export const useCreateState = () => useChange(ticketSettings.createState, { refresh })

export const useUpdateState = () => useChange(ticketSettings.updateState, failing())

export const useOrderStates = () =>
  useChange(ticketSettings.orderStates, {
    ...failing(),
    show: (client, { body: { ids } }) =>
      showIn<StateList>(client, ticketTypes.listStates, known => ({
        ...known,
        data: byIds(known.data, ids),
      })),
  })

/** In the order of the ids; what they do not name stands behind, as it stood. */
const byIds = <Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] =>
  rows.toSorted((a, b) => placeOf(a.id, ids) - placeOf(b.id, ids))

const placeOf = (id: string, ids: readonly string[]): number => {
  const at = ids.indexOf(id)
  return at < 0 ? ids.length : at
}
