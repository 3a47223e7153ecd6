import { labelSettings } from '@guichet/contract/operations/inbox/label-settings.ts'
import { macroSettings } from '@guichet/contract/operations/inbox/macro-settings.ts'
import { ticketSettings } from '@guichet/contract/operations/inbox/ticket-settings.ts'
import { restoreAttribute } from '../../domain/conversation-attribute/index.ts'
import { deleteMacro, listAllMacros, updateMacro, writeMacro } from '../../domain/macro/index.ts'
import { listTagUses } from '../../domain/tag/index.ts'
import {
  createTicketState,
  orderTicketAttributes,
  orderTicketStates,
  updateTicketState,
} from '../../domain/ticket-type/index.ts'
import { handlers, type Route } from '../handlers.ts'

/** What work is put in order by: tags, macros, attributes, states of tickets. */
export const organisingRoutes: Route[] = [
  ...handlers(labelSettings, {
    tagUses: ({ tx, actor }) => listTagUses(tx, actor),
    restoreAttribute: ({ tx, actor, params }) => restoreAttribute(tx, actor, params.id),
  }),
  ...handlers(macroSettings, {
    list: ({ tx, actor }) => listAllMacros(tx, actor),
    create: ({ tx, actor, body }) => writeMacro(tx, actor, body),
    update: ({ tx, actor, params, body }) => updateMacro(tx, actor, { id: params.id, request: body }),
    async delete({ tx, actor, params }) {
      await deleteMacro(tx, actor, params.id)
      return undefined
    },
  }),
  ...handlers(ticketSettings, {
    createState: ({ tx, actor, body }) => createTicketState(tx, actor, body),
    async orderStates({ tx, actor, body }) {
      await orderTicketStates(tx, actor, body.ids)
      return undefined
    },
    updateState: ({ tx, actor, params, body }) =>
      updateTicketState(tx, actor, { id: params.id, request: body }),
    async orderAttributes({ tx, actor, params, body }) {
      await orderTicketAttributes(tx, actor, { typeId: params.id, ids: body.ids })
      return undefined
    },
  }),
]
