import { dataAttributes } from '@guichet/contract/operations/data-attributes.ts'
import {
  createDataAttribute,
  listDataAttributes,
  updateDataAttribute,
} from '../domain/data-attribute/index.ts'
import { handlers } from './handlers.ts'

export const dataAttributeRoutes = handlers(dataAttributes, {
  list: ({ tx, actor, query }) => listDataAttributes(tx, actor, query),
  create: ({ tx, actor, body }) => createDataAttribute(tx, actor, body),
  update: ({ tx, actor, params, body }) => updateDataAttribute(tx, actor, params.id, body),
})
