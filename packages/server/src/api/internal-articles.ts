import { internalArticles } from '@guichet/contract/operations/internal-articles.ts'
import {
  createInternalArticle,
  deleteInternalArticle,
  findInternalArticle,
  listInternalArticles,
  searchInternalArticles,
  updateInternalArticle,
} from '../domain/internal-article/index.ts'
import { handlers } from './handlers.ts'

export const internalArticleRoutes = handlers(internalArticles, {
  list: ({ tx, actor, query }) => listInternalArticles(tx, actor, query),
  create: ({ tx, actor, body }) => createInternalArticle(tx, actor, body),
  search: ({ tx, actor, query }) => searchInternalArticles(tx, actor, query),
  find: ({ tx, actor, params }) => findInternalArticle(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateInternalArticle(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteInternalArticle(tx, actor, params.id),
})
