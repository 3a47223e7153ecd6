import { model, nullable, oneOf, optional, Type } from '../schema.ts'
import { forwardPageOf } from './list.ts'

export const DataConnectorExecutionResult = model('data_connector_execution_result', {
  type: Type.Literal('data_connector.execution'),
  id: Type.String(),
  data_connector_id: Type.String(),
  success: Type.Boolean(),
  http_status: nullable(Type.Integer()),
  http_method: oneOf('get', 'post', 'put', 'delete', 'patch'),
  error_type: optional(
    nullable(
      oneOf(
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
      ),
    ),
  ),
  error_message: optional(nullable(Type.String())),
  execution_time_ms: optional(nullable(Type.Integer())),
  source_type: nullable(
    oneOf(
      'custom_bot',
      'inbound_custom_bot',
      'button_custom_bot',
      'answer',
      'workflow',
      'saved_reply',
      'triggerable_custom_bot',
      'inbox',
      'fin',
    ),
  ),
  source_id: optional(nullable(Type.String())),
  conversation_id: optional(nullable(Type.String())),
  created_at: Type.String(),
  request_url: optional(nullable(Type.String())),
  request_body: optional(nullable(Type.String())),
  response_body: optional(nullable(Type.String())),
  raw_response_body: optional(nullable(Type.String())),
})

export const DataConnectorExecutionResultList = forwardPageOf(
  'data_connector_execution_result_list',
  DataConnectorExecutionResult,
)
