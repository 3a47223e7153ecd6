import type { DataConnector, DataConnectorDetail } from '@guichet/contract/models/data-connector.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { ConnectorRow } from './data-connector.sql.ts'
import { storedFields, storedHeaders, storedIds, storedInputs } from './stored.ts'

export type ConnectorView = Static<typeof DataConnector>
export type ConnectorDetail = Static<typeof DataConnectorDetail>

/** What stands in an answer for a header's value; sent back, it leaves the value as it is. */
export const MASK = '****'

/** A connector as lists show it. */
export const viewConnector = (row: ConnectorRow): ConnectorView => ({
  type: 'data_connector',
  id: String(row.id),
  name: row.name,
  description: row.description,
  state: row.state,
  http_method: row.http_method,
  direct_fin_usage: row.direct_fin_usage,
  created_by_admin_id: String(row.created_by_admin_id ?? 0),
  updated_by_admin_id: String(row.updated_by_admin_id ?? 0),
  ...times(row),
})

/** A connector by itself. */
export function viewDetail(row: ConnectorRow): ConnectorDetail {
  const headers = storedHeaders(row.headers)
  return {
    type: 'data_connector',
    id: String(row.id),
    name: row.name,
    description: row.description,
    state: row.state,
    url: row.url,
    ...(row.body !== null && { body: row.body }),
    ...(headers.length > 0 && { headers: headers.map(({ name }) => ({ name, value: MASK })) }),
    http_method: row.http_method,
    direct_fin_usage: row.direct_fin_usage,
    audiences: AUDIENCES.filter(audience => row.audiences.includes(audience)),
    execution_type: 'server_side',
    configuration_response_type: row.mock_response === null ? 'test_response_type' : 'mock_response_type',
    data_transformation_type: 'full_access',
    client_function_name: null,
    client_function_timeout_ms: 30_000,
    data_inputs: storedInputs(row.data_inputs),
    response_fields: storedFields(row.response_fields),
    object_mappings: [],
    token_ids: storedIds(row.token_ids),
    customer_authentication: row.customer_authentication,
    bypass_authentication: row.bypass_authentication,
    validate_missing_attributes: row.validate_missing_attributes,
    created_by_admin_id: idText(row.created_by_admin_id),
    updated_by_admin_id: idText(row.updated_by_admin_id),
    ...times(row),
  }
}

const AUDIENCES = ['leads', 'users', 'visitors'] as const

/** Times without milliseconds, as the API is recorded with. */
export const isoSeconds = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')

const times = (row: ConnectorRow) => ({
  created_at: isoSeconds(row.created_at),
  updated_at: isoSeconds(row.updated_at),
  execution_results_url: `/data_connectors/${row.id}/execution_results`,
})

const idText = (id: number | null): string | null => (id === null ? null : String(id))
