import { errors } from '../errors.ts'
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
  texts,
} from '../schema.ts'
import { cursorQuery } from './paging.ts'

const ERROR_TYPES = [
  'request_configuration_error',
  'faraday_error',
  '3rd_party_error',
  'response_mapping_error',
  'token_refresh_error',
  'fin_action_response_formatting_error',
  'fin_action_identity_verification_error',
  'email_verification_error',
  'non_fin_standalone_action_identity_verification_error',
  'request_validation_error',
  'client_side_action_error',
] as const

const httpMethod = texts(oneOf('get', 'post', 'put', 'delete', 'patch'), {
  invalid: errors.dataConnectorMethod,
})

const ofAudiences = { invalid: errors.dataConnectorAudiences }
const audiences = texts(Type.Array(texts(oneOf('leads', 'users', 'visitors'), ofAudiences)), ofAudiences)

/** What both requests have in common; the rest of an input is checked by the domain, whose refusals are 422. */
const settings = {
  http_method: optional(httpMethod),
  direct_fin_usage: optional(Type.Boolean()),
  audiences: optional(audiences),
  headers: optional(
    Type.Array(Type.Object({ name: optional(Type.String()), value: optional(Type.String()) })),
  ),
  data_inputs: optional(
    Type.Array(
      Type.Object({
        name: optional(Type.String()),
        type: optional(Type.String()),
        description: optional(nullable(Type.String())),
        required: optional(Type.Boolean()),
        default_value: optional(nullable(Type.String())),
      }),
    ),
  ),
  customer_authentication: optional(Type.Boolean()),
  bypass_authentication: optional(Type.Boolean()),
  validate_missing_attributes: optional(Type.Boolean()),
  mock_response: optional(Dictionary()),
  token_ids: optional(Type.Array(IdInput())),
}

export const CreateDataConnectorRequest = model('create_data_connector_request', {
  name: texts(Type.String(), { missing: errors.dataConnectorNameMissing }),
  description: optional(nullable(Type.String())),
  url: optional(nullable(Type.String())),
  body: optional(nullable(Type.String())),
  ...settings,
})

export const UpdateDataConnectorRequest = model('update_data_connector_request', {
  name: optional(nullable(Type.String())),
  description: optional(nullable(Type.String())),
  state: optional(texts(oneOf('draft', 'live'), { invalid: errors.dataConnectorState })),
  url: optional(nullable(Type.String())),
  body: optional(nullable(Type.String())),
  ...settings,
})

const timestamp = (name: string) =>
  texts(IntegerInput(), { invalid: `${name} must be a Unix timestamp (integer)` })

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
    query: Type.Object({
      state_version: optional(
        texts(oneOf('live', 'draft'), { invalid: 'Invalid state_version. Must be one of: live, draft' }),
      ),
    }),
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
      error_type: optional(
        texts(oneOf(...ERROR_TYPES), {
          invalid: `Invalid error_type. Must be one of: ${ERROR_TYPES.join(', ')}`,
        }),
      ),
      start_ts: optional(timestamp('start_ts')),
      end_ts: optional(timestamp('end_ts')),
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
