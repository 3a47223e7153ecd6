import { DataConnectorExecutionResult } from '@guichet/contract/models/data-connector-execution.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { isoSeconds } from './data-connector.view.ts'
import { type ExecutionRow, selectExecutionsOf } from './execution.sql.ts'

export type ExecutionView = Static<typeof DataConnectorExecutionResult>

/** The runs of some ids, without their bodies. */
export async function viewExecutions(tx: Tx, actor: Actor, ids: number[]): Promise<ExecutionView[]> {
  const rows = await selectExecutionsOf(tx, actor.workspace.id, ids)
  return rows.map(row => viewExecution(row, { bodies: false }))
}

type Body = 'request_body' | 'response_body' | 'raw_response_body'
type Bodiless<R> = Omit<R, Body> & Partial<Pick<R, Body & keyof R>>

/** A run; its bodies only where they are asked for, since they may be large. */
export function viewExecution(row: Bodiless<ExecutionRow>, { bodies }: { bodies: boolean }): ExecutionView {
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
