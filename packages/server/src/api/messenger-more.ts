import { messengerBanners } from '@guichet/contract/operations/messenger/banners.ts'
import { messengerTickets } from '@guichet/contract/operations/messenger/tickets.ts'
import {
  clickOwnBanner,
  createOwnTicket,
  dismissOwnBanner,
  listOwnTicketTypes,
  showOwnBanners,
} from '../domain/messenger/index.ts'
import { done, handlers, type MemberRoute } from './handlers.ts'

export const messengerMoreRoutes: MemberRoute[] = [
  ...handlers(messengerBanners, {
    show: ({ tx, actor }) => showOwnBanners(tx, actor),
    dismiss: ({ tx, actor, params }) => done(dismissOwnBanner(tx, actor, params.view_id)),
    click: ({ tx, actor, params, body }) =>
      done(clickOwnBanner(tx, actor, { viewId: params.view_id, ...body })),
  }),
  ...handlers(messengerTickets, {
    types: ({ tx, actor }) => listOwnTicketTypes(tx, actor),
    create: ({ tx, actor, body, files }) => createOwnTicket(tx, actor, { request: body, files }),
  }),
]
