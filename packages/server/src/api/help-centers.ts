import { collections } from '@guichet/contract/operations/collections.ts'
import { helpCenterRedirects } from '@guichet/contract/operations/help-center-redirects.ts'
import { helpCenters } from '@guichet/contract/operations/help-centers.ts'
import { sections } from '@guichet/contract/operations/sections.ts'
import {
  createCollection,
  createSection,
  deleteCollection,
  deleteSection,
  findCollection,
  findSection,
  listCollections,
  listSections,
  updateCollection,
  updateSection,
} from '../domain/collection/index.ts'
import { findHelpCenter, listHelpCenters } from '../domain/help-center/index.ts'
import { createRedirect, deleteRedirect, findRedirect, listRedirects } from '../domain/redirect/index.ts'
import { handlers } from './handlers.ts'

export const helpCenterRoutes = handlers(helpCenters, {
  list: ({ tx, actor }) => listHelpCenters(tx, actor),
  find: ({ tx, actor, params }) => findHelpCenter(tx, actor, params.id),
})

export const collectionRoutes = handlers(collections, {
  list: ({ tx, actor, query }) => listCollections(tx, actor, query),
  create: ({ tx, actor, body }) => createCollection(tx, actor, body),
  find: ({ tx, actor, params }) => findCollection(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateCollection(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteCollection(tx, actor, params.id),
})

export const sectionRoutes = handlers(sections, {
  list: ({ tx, actor, query }) => listSections(tx, actor, query),
  create: ({ tx, actor, body }) => createSection(tx, actor, body),
  find: ({ tx, actor, params }) => findSection(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateSection(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteSection(tx, actor, params.id),
})

export const helpCenterRedirectRoutes = handlers(helpCenterRedirects, {
  list: ({ tx, actor, params, query }) => listRedirects(tx, actor, params.help_center_id, query),
  create: ({ tx, actor, params, body }) => createRedirect(tx, actor, params.help_center_id, body),
  find: ({ tx, actor, params }) =>
    findRedirect(tx, actor, { helpCenterId: params.help_center_id, id: params.id }),
  delete: ({ tx, actor, params }) =>
    deleteRedirect(tx, actor, { helpCenterId: params.help_center_id, id: params.id }),
})
