import { knowledge } from '@guichet/contract/operations/inbox/knowledge.ts'
import { discardText, findForEditing, placeArticle, saveText } from '../../domain/article/index.ts'
import { placeCollection } from '../../domain/collection/index.ts'
import { listSearches } from '../../domain/help-search/index.ts'
import {
  editInternalArticle,
  findInternalVersion,
  listInternalVersions,
  saveInternalText,
} from '../../domain/internal-article/index.ts'
import { keepImage, knowledgeTree } from '../../domain/knowledge/index.ts'
import { handlers } from '../handlers.ts'

export const knowledgeRoutes = handlers(knowledge, {
  tree: ({ tx, actor }) => knowledgeTree(tx, actor),
  edit: ({ tx, actor, params }) => findForEditing(tx, actor, params.id),
  save: ({ tx, actor, params, query, body }) =>
    saveText(tx, actor, { id: params.id, locale: query.locale, request: body }),
  discard: ({ tx, actor, params, query }) => discardText(tx, actor, { id: params.id, locale: query.locale }),
  editInternal: ({ tx, actor, params }) => editInternalArticle(tx, actor, params.id),
  saveInternal: ({ tx, actor, params, body }) =>
    saveInternalText(tx, actor, { id: params.id, request: body }),
  internalVersions: ({ tx, actor, params }) => listInternalVersions(tx, actor, params.id),
  findInternalVersion: ({ tx, actor, params }) =>
    findInternalVersion(tx, actor, { articleId: params.id, id: params.version_id }),
  placeArticle: ({ tx, actor, params, body }) => placeArticle(tx, actor, params.id, body),
  placeCollection: ({ tx, actor, params, body }) => placeCollection(tx, actor, params.id, body),
  keepImage: ({ files, actor, body }) => keepImage(files, actor, body),
  searches: ({ tx, actor, query }) => listSearches(tx, actor, query),
})
