import { messengerSettings } from '@guichet/contract/operations/inbox/messenger-settings.ts'
import { messengerContent } from '@guichet/contract/operations/messenger/content.ts'
import { messengerDoings } from '@guichet/contract/operations/messenger/doings.ts'
import {
  browseHelp,
  findMessengerSettings,
  findNews,
  homeOf,
  judgeHelp,
  listNews,
  reactToOwnNews,
  readHelp,
  rememberSearch,
  searchHelp,
  trackOwn,
  updateMessengerSettings,
  viewHelp,
  viewNews,
  viewPage,
} from '../domain/messenger/index.ts'
import { done, handlers, type MemberRoute } from './handlers.ts'

export const messengerContentRoutes: MemberRoute[] = [
  ...handlers(messengerContent, {
    home: ({ tx, actor, query }) => homeOf(tx, actor, query.locale),
    collections: ({ tx, actor, query }) => browseHelp(tx, actor, query.locale),
    search: ({ tx, actor, query }) => searchHelp(tx, actor, query),
    searched: ({ tx, actor, body }) => done(rememberSearch(tx, actor, body)),
    article: ({ tx, actor, params, query }) => readHelp(tx, actor, { id: params.id, locale: query.locale }),
    viewed: ({ tx, actor, params }) => done(viewHelp(tx, actor, params.id)),
    opinion: ({ tx, actor, params, body }) => done(judgeHelp(tx, actor, { id: params.id, ...body })),
    news: ({ tx, actor }) => listNews(tx, actor),
    newsItem: ({ tx, actor, params }) => findNews(tx, actor, params.id),
    newsViewed: ({ tx, actor, params }) => done(viewNews(tx, actor, params.id)),
    newsReaction: ({ tx, actor, params, body }) => reactToOwnNews(tx, actor, { id: params.id, ...body }),
  }),
  ...handlers(messengerDoings, {
    track: ({ tx, actor, body }) => done(trackOwn(tx, actor, body)),
    pageView: ({ tx, actor, body }) => done(viewPage(tx, actor, body)),
  }),
  ...handlers(messengerSettings, {
    find: ({ tx, actor }) => findMessengerSettings(tx, actor),
    update: ({ tx, actor, body }) => updateMessengerSettings(tx, actor, body),
  }),
]
