import { messengerConversations } from '@guichet/contract/operations/messenger/conversations.ts'
import { messengerBoot, messengerSessions } from '@guichet/contract/operations/messenger/sessions.ts'
import {
  bootMessenger,
  endMessenger,
  fillOwnForm,
  findOwn,
  listOwn,
  rateOwn,
  readOwn,
  replyInOwn,
  startOwn,
  updatePerson,
} from '../domain/messenger/index.ts'
import { guestHandlers, handlers, type Route } from './handlers.ts'

export const messengerRoutes: Route[] = [
  ...guestHandlers(messengerBoot, {
    boot: ({ database, guest, body, secrets }) =>
      database.transaction(tx => bootMessenger(tx, guest, { request: body, secrets })),
  }),
  ...handlers(messengerSessions, {
    update: ({ tx, actor, body }) => updatePerson(tx, actor, body.user_data ?? {}),
    end: async ({ tx, actor }) => {
      await endMessenger(tx, actor)
      return undefined
    },
  }),
  ...handlers(messengerConversations, {
    list: ({ tx, actor, query }) => listOwn(tx, actor, query),
    start: ({ tx, actor, body, files }) => startOwn(tx, actor, { request: body, files }),
    find: ({ tx, actor, params }) => findOwn(tx, actor, params.id),
    reply: ({ tx, actor, params, body, files }) =>
      replyInOwn(tx, actor, { id: params.id, request: body, files }),
    fill: ({ tx, actor, params, body }) =>
      fillOwnForm(tx, actor, { id: params.id, partId: params.part_id, ...body }),
    rate: ({ tx, actor, params, body }) => rateOwn(tx, actor, { id: params.id, request: body }),
    read: ({ tx, actor, params }) => readOwn(tx, actor, params.id),
  }),
]
