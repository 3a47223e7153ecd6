import { forms } from '@guichet/contract/operations/inbox/forms.ts'
import { helpCenterSites } from '@guichet/contract/operations/inbox/help-center-sites.ts'
import { outboundBanners } from '@guichet/contract/operations/inbox/outbound-banners.ts'
import { outboundNews } from '@guichet/contract/operations/inbox/outbound-news.ts'
import { sendForm } from '../../domain/attribute-form/index.ts'
import { countAimed, countAudience } from '../../domain/audience/index.ts'
import {
  changeBanner,
  deleteBanner,
  findBanner,
  listBanners,
  makeBanner,
  startBanner,
  stopBanner,
} from '../../domain/banner/index.ts'
import { changeSite, findSite } from '../../domain/help-site/index.ts'
import {
  createNewsfeed,
  deleteNewsfeed,
  deliverNews,
  listDeliveries,
  renameNewsfeed,
} from '../../domain/news/index.ts'
import { done, handlers, type Route } from '../handlers.ts'

export const outboundRoutes: Route[] = [
  ...handlers(forms, {
    send: async ({ tx, actor, params, body }) => ({
      type: 'form_sent' as const,
      part_id: await sendForm(tx, actor, { conversationId: params.id, request: body }),
    }),
  }),
  ...handlers(helpCenterSites, {
    find: ({ tx, actor, params }) => findSite(tx, actor, params.id),
    update: ({ tx, actor, params, body }) => changeSite(tx, actor, { id: params.id, change: body }),
  }),
  ...handlers(outboundNews, {
    deliveries: ({ tx, actor, query }) => listDeliveries(tx, actor, query.ids),
    deliver: ({ tx, actor, params, body }) => deliverNews(tx, actor, { id: params.id, request: body }),
    createFeed: ({ tx, actor, body }) => createNewsfeed(tx, actor, body.name),
    renameFeed: ({ tx, actor, params, body }) => renameNewsfeed(tx, actor, { id: params.id, ...body }),
    deleteFeed: ({ tx, actor, params }) => done(deleteNewsfeed(tx, actor, params.id)),
  }),
  ...handlers(outboundBanners, {
    list: ({ tx, actor }) => listBanners(tx, actor),
    create: ({ tx, actor, body }) => makeBanner(tx, actor, body),
    find: ({ tx, actor, params }) => findBanner(tx, actor, params.id),
    update: ({ tx, actor, params, body }) => changeBanner(tx, actor, { id: params.id, request: body }),
    delete: ({ tx, actor, params }) => done(deleteBanner(tx, actor, params.id)),
    start: ({ tx, actor, params }) => startBanner(tx, actor, params.id),
    stop: ({ tx, actor, params }) => stopBanner(tx, actor, params.id),
    aimSize: async ({ tx, actor, body }) => ({
      type: 'aim_size' as const,
      ...(await countAimed(tx, actor, body.aim)),
    }),
    audienceSize: async ({ tx, actor, body }) => ({
      type: 'audience_size' as const,
      count: await countAudience(tx, actor, { predicates: [], role_predicates: [], ...body }),
    }),
  }),
]
