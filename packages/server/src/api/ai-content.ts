import { contentImportSources } from '@guichet/contract/operations/content-import-sources.ts'
import { externalPages } from '@guichet/contract/operations/external-pages.ts'
import {
  deleteExternalPage,
  deleteSourceWithPages,
  findExternalPage,
  listExternalPages,
  saveExternalPage,
  updateExternalPage,
} from '../domain/external-page/index.ts'
import {
  createImportSource,
  findImportSource,
  listImportSources,
  updateImportSource,
} from '../domain/import-source/index.ts'
import { handlers } from './handlers.ts'

export const contentImportSourceRoutes = handlers(contentImportSources, {
  list: ({ tx, actor, query }) => listImportSources(tx, actor, query),
  create: ({ tx, actor, body }) => createImportSource(tx, actor, body),
  find: ({ tx, actor, params }) => findImportSource(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateImportSource(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteSourceWithPages(tx, actor, params.id),
})

export const externalPageRoutes = handlers(externalPages, {
  list: ({ tx, actor, query }) => listExternalPages(tx, actor, query),
  save: ({ tx, actor, body }) => saveExternalPage(tx, actor, body),
  find: ({ tx, actor, params }) => findExternalPage(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateExternalPage(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteExternalPage(tx, actor, params.id),
})
