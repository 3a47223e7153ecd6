import { model, nullable, oneOf, optional, Type } from '../schema.ts'
import { forwardPageOf } from './list.ts'

export const DataConnector = model('data_connector', {
  type: Type.Literal('data_connector'),
  id: Type.String(),
  name: Type.String(),
  description: nullable(Type.String()),
  state: oneOf('draft', 'live'),
  http_method: oneOf('get', 'post', 'put', 'delete', 'patch'),
  direct_fin_usage: Type.Boolean(),
  created_by_admin_id: Type.String(),
  updated_by_admin_id: Type.String(),
  created_at: Type.String(),
  updated_at: Type.String(),
  execution_results_url: Type.String(),
})

export const DataConnectorDetail = model('data_connector_detail', {
  type: Type.Literal('data_connector'),
  id: Type.String(),
  name: Type.String(),
  description: nullable(Type.String()),
  state: oneOf('draft', 'live'),
  url: optional(nullable(Type.String())),
  body: optional(Type.String()),
  headers: optional(Type.Array(Type.Object({ name: Type.String(), value: Type.String() }))),
  http_method: oneOf('get', 'post', 'put', 'delete', 'patch'),
  direct_fin_usage: Type.Boolean(),
  audiences: Type.Array(oneOf('users', 'leads', 'visitors')),
  execution_type: nullable(oneOf('server_side', 'client_side')),
  configuration_response_type: nullable(oneOf('test_response_type', 'mock_response_type')),
  data_transformation_type: nullable(oneOf('full_access', 'redacted_access', 'code_block_transformation')),
  client_function_name: optional(nullable(Type.String())),
  client_function_timeout_ms: nullable(Type.Integer()),
  data_inputs: Type.Array(
    Type.Object({
      name: Type.String(),
      type: oneOf('string', 'integer', 'decimal', 'boolean'),
      description: nullable(Type.String()),
      required: Type.Boolean(),
      default_value: Type.String(),
    }),
  ),
  response_fields: Type.Array(
    Type.Object({
      path: Type.String(),
      type: oneOf('unknown', 'string', 'integer', 'decimal', 'datetime', 'boolean'),
      example_value: Type.Unknown(),
      redacted: Type.Boolean(),
    }),
  ),
  object_mappings: Type.Array(
    Type.Object({
      response_object_path: Type.String(),
      intercom_object_type: oneOf('conversation', 'user'),
      attribute_mappings: Type.Array(
        Type.Object({
          response_attribute_path: Type.String(),
          intercom_attribute_identifier: Type.String(),
          mapping_type: oneOf('primitive_mapping', 'context_mapping'),
        }),
      ),
      reference_mappings: Type.Array(
        Type.Object({
          intercom_object_type: oneOf('conversation', 'user'),
          intercom_attribute_identifier: Type.String(),
        }),
      ),
    }),
  ),
  token_ids: Type.Array(Type.String()),
  customer_authentication: Type.Boolean(),
  bypass_authentication: Type.Boolean(),
  validate_missing_attributes: nullable(Type.Boolean()),
  created_by_admin_id: nullable(Type.String()),
  updated_by_admin_id: nullable(Type.String()),
  created_at: Type.String(),
  updated_at: Type.String(),
  execution_results_url: Type.String(),
})

export const DataConnectorList = forwardPageOf('data_connector_list', DataConnector)

export const DeletedDataConnector = model('deleted_data_connector_object', {
  id: Type.String(),
  object: Type.Literal('data_connector'),
  deleted: Type.Boolean(),
})
