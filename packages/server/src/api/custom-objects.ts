import { customObjects } from '@guichet/contract/operations/custom-objects.ts'
import {
  deleteInstance,
  deleteInstanceByExternalId,
  findInstance,
  listInstances,
  saveInstance,
} from '../domain/custom-object/index.ts'
import { handlers } from './handlers.ts'

export const customObjectRoutes = handlers(customObjects, {
  list: ({ tx, actor, params, query }) =>
    listInstances(tx, actor, params.custom_object_type_identifier, query),
  save: ({ tx, actor, params, body }) => saveInstance(tx, actor, params.custom_object_type_identifier, body),
  deleteByExternalId: ({ tx, actor, params, query }) =>
    deleteInstanceByExternalId(tx, actor, params.custom_object_type_identifier, query.external_id),
  find: ({ tx, actor, params }) => findInstance(tx, actor, params.custom_object_type_identifier, params.id),
  delete: ({ tx, actor, params }) =>
    deleteInstance(tx, actor, params.custom_object_type_identifier, params.id),
})
