import { DataConnectorDetail, DataConnectorList, DeletedDataConnector } from '../models/data-connector.ts'
import {
  DataConnectorExecutionResult,
  DataConnectorExecutionResultList,
} from '../models/data-connector-execution.ts'
import { family } from '../operation.ts'
import {
  BooleanInput,
  Dictionary,
  IdInput,
  IntegerInput,
  model,
  nullable,
  oneOf,
  optional,
  Type,
} from '../schema.ts'
import { cursorQuery } from './paging.ts'

export const CreateDataConnectorRequest = model('create_data_connector_request', {
  name: Type.String(),
  description: optional(Type.String()),
  http_method: optional(oneOf('get', 'post', 'put', 'delete', 'patch')),
  url: optional(Type.String()),
  body: optional(Type.String()),
  direct_fin_usage: optional(Type.Boolean()),
  audiences: optional(Type.Array(oneOf('leads', 'users', 'visitors'))),
  headers: optional(
    Type.Array(Type.Object({ name: optional(Type.String()), value: optional(Type.String()) })),
  ),
  data_inputs: optional(
    Type.Array(
      Type.Object({
        name: optional(Type.String()),
        type: optional(oneOf('string', 'integer', 'decimal', 'boolean')),
        description: optional(Type.String()),
        required: optional(Type.Boolean()),
        default_value: optional(Type.String()),
      }),
    ),
  ),
  customer_authentication: optional(Type.Boolean()),
  bypass_authentication: optional(Type.Boolean()),
  validate_missing_attributes: optional(Type.Boolean()),
  mock_response: optional(Dictionary()),
  token_ids: optional(Type.Array(IdInput())),
})

export const UpdateDataConnectorRequest = model('update_data_connector_request', {
  name: optional(nullable(Type.String())),
  description: optional(nullable(Type.String())),
  state: optional(oneOf('draft', 'live')),
  http_method: optional(oneOf('get', 'post', 'put', 'delete', 'patch')),
  url: optional(nullable(Type.String())),
  body: optional(nullable(Type.String())),
  direct_fin_usage: optional(Type.Boolean()),
  audiences: optional(Type.Array(oneOf('leads', 'users', 'visitors'))),
  headers: optional(
    Type.Array(Type.Object({ name: optional(Type.String()), value: optional(Type.String()) })),
  ),
  data_inputs: optional(
    Type.Array(
      Type.Object({
        name: optional(Type.String()),
        type: optional(oneOf('string', 'integer', 'decimal', 'boolean')),
        description: optional(Type.String()),
        required: optional(Type.Boolean()),
        default_value: optional(Type.String()),
      }),
    ),
  ),
  customer_authentication: optional(Type.Boolean()),
  bypass_authentication: optional(Type.Boolean()),
  validate_missing_attributes: optional(Type.Boolean()),
  mock_response: optional(Dictionary()),
  token_ids: optional(Type.Array(IdInput())),
})

export const dataConnectors = family({
  list: {
    method: 'GET',
    path: '/data_connectors',
    since: '2.16',
    scope: 'read_data_connectors',
    summary: 'Data connectors, page by page',
    query: Type.Object({ ...cursorQuery }),
    answer: DataConnectorList,
  },
  create: {
    method: 'POST',
    path: '/data_connectors',
    since: '2.16',
    scope: 'write_data_connectors',
    summary: 'Create a data connector',
    body: CreateDataConnectorRequest,
    status: 201,
    answer: DataConnectorDetail,
  },
  find: {
    method: 'GET',
    path: '/data_connectors/{id}',
    since: '2.16',
    scope: 'read_data_connectors',
    summary: 'One data connector',
    query: Type.Object({ state_version: optional(Type.String()) }),
    answer: DataConnectorDetail,
  },
  update: {
    method: 'PATCH',
    path: '/data_connectors/{id}',
    since: '2.16',
    scope: 'write_data_connectors',
    summary: 'Change a data connector',
    body: UpdateDataConnectorRequest,
    bodyOptional: true,
    answer: DataConnectorDetail,
  },
  delete: {
    method: 'DELETE',
    path: '/data_connectors/{id}',
    since: '2.16',
    scope: 'write_data_connectors',
    summary: 'Delete a data connector',
    answer: DeletedDataConnector,
  },
  listExecutions: {
    method: 'GET',
    path: '/data_connectors/{data_connector_id}/execution_results',
    since: '2.16',
    scope: 'read_data_connectors',
    summary: 'Runs of a data connector',
    query: Type.Object({
      ...cursorQuery,
      success: optional(BooleanInput()),
      error_type: optional(Type.String()),
      start_ts: optional(IntegerInput()),
      end_ts: optional(IntegerInput()),
      include_bodies: optional(BooleanInput()),
    }),
    answer: DataConnectorExecutionResultList,
  },
  findExecution: {
    method: 'GET',
    path: '/data_connectors/{data_connector_id}/execution_results/{id}',
    since: '2.16',
    scope: 'read_data_connectors',
    summary: 'One run of a data connector',
    answer: DataConnectorExecutionResult,
  },
})
