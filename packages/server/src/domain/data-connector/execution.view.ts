import { DataConnectorExecutionResult } from '@guichet/contract/models/data-connector-execution.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import { isoSeconds } from './data-connector.view.ts'
import type { ExecutionRow } from './execution.sql.ts'

export type ExecutionView = Static<typeof DataConnectorExecutionResult>

/** A run; its bodies only where they are asked for, since they may be large. */
export function viewExecution(row: ExecutionRow, { bodies }: { bodies: boolean }): ExecutionView {
  const view: unknown = {
    type: 'data_connector.execution',
    id: String(row.id),
    data_connector_id: String(row.data_connector_id),
    success: row.success,
    http_status: row.http_status,
    http_method: row.http_method,
    error_type: row.error_type,
    error_message: row.error_message,
    execution_time_ms: row.execution_time_ms,
    source_type: row.source_type,
    source_id: row.source_id,
    conversation_id: row.conversation_id === null ? null : String(row.conversation_id),
    created_at: isoSeconds(row.created_at),
    request_url: row.request_url,
    ...(bodies && {
      request_body: row.request_body,
      response_body: row.response_body,
      raw_response_body: row.raw_response_body,
    }),
  }
  if (!validator.Check(view)) throw new Error(`the run ${row.id} of a data connector is not one`)
  return view
}

const validator = Compile(DataConnectorExecutionResult)
