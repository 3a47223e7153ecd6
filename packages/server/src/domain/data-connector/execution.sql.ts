import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DataConnectorExecutions } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

const COLUMNS = [
  ...(['id', 'data_connector_id', 'success', 'http_status', 'http_method', 'error_type'] as const),
  ...(['error_message', 'execution_time_ms', 'source_type', 'source_id', 'conversation_id'] as const),
  ...(['request_url', 'created_at'] as const),
] as const

const BODIES = ['request_body', 'response_body', 'raw_response_body'] as const

export type ExecutionRow = NonNullable<Awaited<ReturnType<typeof selectExecution>>>

export const selectExecution = (tx: Tx, workspaceId: string, connectorId: number, id: number) =>
  tx
    .selectFrom('data_connector_executions')
    .select([...COLUMNS, ...BODIES])
    .where('workspace_id', '=', workspaceId)
    .where('data_connector_id', '=', connectorId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The runs of some ids, without their bodies. */
export const selectExecutionsOf = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('data_connector_executions')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

export interface ExecutionFilter {
  connectorId: number
  from: number
  to: number
  success: boolean | undefined
  errorType: string | undefined
  after: [at: number, id: number] | undefined
  limit: number
}

/** One stretch of the runs of a connector, the newest first. */
export const selectExecutions = (
  tx: Tx,
  workspaceId: string,
  { connectorId, from, to, success, errorType, after, limit }: ExecutionFilter,
): Promise<ExecutionRow[]> =>
  tx
    .selectFrom('data_connector_executions')
    .select([...COLUMNS, ...BODIES])
    .where('workspace_id', '=', workspaceId)
    .where('data_connector_id', '=', connectorId)
    .where('created_at', '>=', from)
    .where('created_at', '<=', to)
    .$if(success !== undefined, query => query.where('success', '=', success ?? false))
    .$if(errorType !== undefined, query => query.where('error_type', '=', errorType ?? ''))
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(created_at, id) < (${after?.[0]}, ${after?.[1]})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export type NewExecution = Omit<Insertable<DataConnectorExecutions>, 'workspace_id' | 'id' | 'created_at'>

export const insertExecution = (tx: Tx, actor: Actor, execution: NewExecution): Promise<ExecutionRow> =>
  tx
    .insertInto('data_connector_executions')
    .values({ workspace_id: actor.workspace.id, ...execution, created_at: actor.now })
    .returning([...COLUMNS, ...BODIES])
    .executeTakeFirstOrThrow()
