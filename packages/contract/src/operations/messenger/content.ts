import {
  MessengerArticle,
  MessengerArticleList,
  MessengerCollectionList,
  MessengerHome,
  MessengerNewsItem,
  MessengerNewsList,
} from '../../models/messenger.ts'
import { family } from '../../operation.ts'
import { model, nullable, oneOf, optional, Type } from '../../schema.ts'

export const SearchedRequest = model('searched_request', {
  phrase: Type.String(),
  locale: optional(Type.String()),
})

const mine = { access: 'messenger', scope: 'use_messenger' } as const

const inLanguage = { locale: optional(Type.String()) }

export const OpinionRequest = model('messenger_opinion_request', {
  opinion: oneOf('happy', 'neutral', 'sad'),
})

export const ReactionRequest = model('messenger_reaction_request', {
  /** One of those offered; null takes it back. */
  reaction: nullable(Type.String()),
})

/** What there is to read: who is there, articles of the help center, news. */
export const messengerContent = family({
  home: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/home',
    summary: 'Who is there, and what others read',
    query: Type.Object(inLanguage),
    answer: MessengerHome,
  },
  collections: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/help/collections',
    summary: 'The collections of the help center with what is in them',
    query: Type.Object(inLanguage),
    answer: MessengerCollectionList,
  },
  search: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/help/search',
    summary: 'Articles by a phrase, the best first',
    query: Type.Object({ ...inLanguage, phrase: Type.String() }),
    answer: MessengerArticleList,
  },
  searched: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/help/searches',
    summary: 'Tell what was looked for, once whoever looked for it has stopped typing',
    body: SearchedRequest,
    status: 204,
  },
  article: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/help/articles/{id}',
    summary: 'An article to read',
    query: Type.Object(inLanguage),
    answer: MessengerArticle,
  },
  viewed: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/help/articles/{id}/views',
    summary: 'Say that an article is being read',
    status: 204,
  },
  opinion: {
    ...mine,
    method: 'PUT',
    path: '/messenger/api/help/articles/{id}/opinion',
    summary: 'Say how an article was',
    body: OpinionRequest,
    status: 204,
  },
  news: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/news',
    summary: 'The latest news',
    answer: MessengerNewsList,
  },
  newsItem: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/news/{id}',
    summary: 'A piece of news',
    answer: MessengerNewsItem,
  },
  newsViewed: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/news/{id}/views',
    summary: 'Say that a piece of news is being read',
    status: 204,
  },
  newsReaction: {
    ...mine,
    method: 'PUT',
    path: '/messenger/api/news/{id}/reaction',
    summary: 'Say how one feels about a piece of news',
    body: ReactionRequest,
    answer: MessengerNewsItem,
  },
})
