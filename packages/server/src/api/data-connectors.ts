import { dataConnectors } from '@guichet/contract/operations/data-connectors.ts'
import {
  createConnector,
  deleteConnector,
  findConnector,
  findExecution,
  listConnectors,
  listExecutions,
  updateConnector,
} from '../domain/data-connector/index.ts'
import { handlers } from './handlers.ts'

export const dataConnectorRoutes = handlers(dataConnectors, {
  list: ({ tx, actor, query }) => listConnectors(tx, actor, query),
  create: ({ tx, actor, body, secrets }) => createConnector(tx, actor, { request: body, secrets }),
  find: ({ tx, actor, params }) => findConnector(tx, actor, params.id),
  update: ({ tx, actor, params, body, secrets }) =>
    updateConnector(tx, actor, { id: params.id, request: body, secrets }),
  delete: ({ tx, actor, params }) => deleteConnector(tx, actor, params.id),
  listExecutions: ({ tx, actor, params, query }) =>
    listExecutions(tx, actor, params.data_connector_id, query),
  findExecution: ({ tx, actor, params }) =>
    findExecution(tx, actor, { connectorId: params.data_connector_id, id: params.id }),
})
