import { articles } from '@guichet/contract/operations/articles.ts'
import {
  createArticle,
  deleteArticle,
  findArticle,
  findDraft,
  findVersion,
  listArticles,
  listVersions,
  publishDraft,
  searchArticles,
  stageDraft,
  updateArticle,
} from '../domain/article/index.ts'
import { handlers } from './handlers.ts'

export const articleRoutes = handlers(articles, {
  list: ({ tx, actor, query }) => listArticles(tx, actor, query),
  create: ({ tx, actor, body }) => createArticle(tx, actor, body),
  search: ({ tx, actor, query }) => searchArticles(tx, actor, query),
  find: ({ tx, actor, params }) => findArticle(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateArticle(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteArticle(tx, actor, params.id),

  findDraft: ({ tx, actor, params }) => findDraft(tx, actor, params.id),
  stageDraft: ({ tx, actor, params, body }) => stageDraft(tx, actor, params.id, body),
  publishDraft: ({ tx, actor, params, body }) => publishDraft(tx, actor, params.id, body),
  listVersions: ({ tx, actor, params, query }) => listVersions(tx, actor, params.article_id, query),
  findVersion: ({ tx, actor, params, query }) =>
    findVersion(tx, actor, { articleId: params.article_id, id: params.id, locale: query.locale }),
})
