import { errors, problem } from '@guichet/contract/errors.ts'
import type { DataConnectorExecutionResultList } from '@guichet/contract/models/data-connector-execution.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { encodeCursor } from '../../db/keyset.ts'
import type { Actor } from '../actor.ts'
import { perPage } from '../paging.ts'
import { mayReadConnectors } from './data-connector.policy.ts'
import { placeOf, requireConnector } from './data-connector.ts'
import { selectExecution, selectExecutions } from './execution.sql.ts'
import { type ExecutionView, viewExecution } from './execution.view.ts'

export interface ExecutionQuery {
  per_page?: string
  starting_after?: string
  success?: boolean
  error_type?: string
  start_ts?: number
  end_ts?: number
  include_bodies?: boolean
}

const HOUR = 3600
const ENDPOINT = 'data_connector_executions'

/** A page of the runs of a connector, the newest first: those of the last hour unless the query says otherwise. */
export async function listExecutions(
  tx: Tx,
  actor: Actor,
  connectorId: string,
  query: ExecutionQuery,
): Promise<Static<typeof DataConnectorExecutionResultList>> {
  mayReadConnectors(actor)
  const connector = await requireConnector(tx, actor, connectorId)
  const limit = perPage(query.per_page, { usual: 10, most: 30 })
  const rows = await selectExecutions(tx, actor.workspace.id, {
    connectorId: connector.id,
    from: query.start_ts ?? actor.now - HOUR,
    to: query.end_ts ?? actor.now,
    success: query.success,
    errorType: query.error_type,
    after: query.starting_after ? placeOf(ENDPOINT, query.starting_after) : undefined,
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next =
    rows.length > limit && last
      ? { starting_after: encodeCursor(ENDPOINT, { values: [last.created_at], id: last.id, page: 1 }) }
      : null
  const bodies = query.include_bodies ?? false
  return {
    type: 'list',
    data: shown.map(row => viewExecution(row, { bodies })),
    pages: { type: 'pages', per_page: limit, next },
  }
}

/** One run of a connector with its bodies; 404 when there is none. */
export async function findExecution(
  tx: Tx,
  actor: Actor,
  { connectorId, id }: { connectorId: string; id: string },
): Promise<ExecutionView> {
  mayReadConnectors(actor)
  const connector = await requireConnector(tx, actor, connectorId)
  const row = await selectExecution(tx, actor.workspace.id, connector.id, numericId(id) ?? 0)
  if (!row) throw problem(errors.executionNotFound)
  return viewExecution(row, { bodies: true })
}
