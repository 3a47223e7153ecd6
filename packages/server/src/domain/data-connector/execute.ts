import { setTimeout } from 'node:timers/promises'
import type { Database, Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Egress, Outgoing } from '../../egress/egress.ts'
import { append } from '../../events/append.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor } from '../actor.ts'
import { type ConnectorRow, selectTokens } from './data-connector.sql.ts'
import { requireConnector } from './data-connector.ts'
import { insertExecution } from './execution.sql.ts'
import { type ExecutionView, viewExecution } from './execution.view.ts'
import { fillBody, fillHeader, fillUrl, readValues, type Values } from './request-template.ts'
import { type Outcome, run } from './run-request.ts'
import { HEADER_PURPOSE, storedFields, storedHeaders, storedIds, storedInputs } from './stored.ts'

/** Whom a connector is run for, and with what. */
export interface ExecutionRequest {
  connectorId: string
  inputs: Record<string, unknown>
  source: { type: NonNullable<ExecutionView['source_type']>; id?: string } | undefined
  conversationId?: number
  contactId?: string
}

/** What running a connector takes besides a transaction: it reads, goes out without one, and writes what came of it. */
export interface Executing {
  database: Database
  egress: Egress
  secrets: SecretBox
  /** Waits between attempts. */
  pause?: (ms: number) => Promise<unknown>
}

/**
 * Sends the request of a connector and writes what came of it, announced as a webhook. A request that fails is such a
 * result too, with the kind of its error. 404 for no such connector.
 */
export async function executeConnector(
  { database, egress, secrets, pause = setTimeout }: Executing,
  actor: Actor,
  request: ExecutionRequest,
): Promise<ExecutionView> {
  const connector = await requireConnector(database.read, actor, request.connectorId)
  const values = readValues(storedInputs(connector.data_inputs), request.inputs)
  const outgoing =
    typeof values === 'string'
      ? values
      : await outgoingOf(database.read, actor, { connector, values, secrets })
  const expectsJson = storedFields(connector.response_fields).length > 0
  const outcome = await run(outgoing, { egress, pause, expectsJson })
  return database.transaction(tx => recordExecution(tx, actor, { request, outcome }), actor.now)
}

async function outgoingOf(
  tx: Tx,
  actor: Actor,
  { connector, values, secrets }: { connector: ConnectorRow; values: Values; secrets: SecretBox },
): Promise<Outgoing> {
  const sealed = [
    ...storedHeaders(connector.headers),
    ...(await tokensOf(tx, actor, connector)).map(token => ({
      name: token.header_name,
      sealed: token.sealed,
    })),
  ]
  const headers = await Promise.all(
    sealed.map(async ({ name, sealed: value }) => {
      const template = await secrets.open(value, HEADER_PURPOSE)
      return [name.toLowerCase(), fillHeader(template, values)] as const
    }),
  )
  const body =
    connector.body && connector.http_method !== 'get' ? fillBody(connector.body, values) : undefined
  return {
    url: fillUrl(connector.url ?? '', values),
    method: connector.http_method.toUpperCase(),
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(headers),
    },
    ...(body !== undefined && { body }),
  }
}

const tokensOf = (tx: Tx, actor: Actor, { token_ids }: ConnectorRow) =>
  selectTokens(
    tx,
    actor.workspace.id,
    storedIds(token_ids).map(id => numericId(id) ?? 0),
  )

/** Writes a run and announces it. 404 where the connector is gone by then. */
export async function recordExecution(
  tx: Tx,
  actor: Actor,
  { request, outcome }: { request: Omit<ExecutionRequest, 'inputs'>; outcome: Outcome },
): Promise<ExecutionView> {
  const connector = await requireConnector(tx, actor, request.connectorId)
  const row = await insertExecution(tx, actor, {
    ...outcome,
    data_connector_id: connector.id,
    http_method: connector.http_method,
    source_type: request.source?.type ?? null,
    source_id: request.source?.id ?? null,
    conversation_id: request.conversationId ?? null,
  })
  await append(tx, actor, {
    topic: 'data_connector.execution.completed',
    object: { type: 'data_connector_execution', id: String(row.id) },
    payload: {
      action_name: connector.name,
      user_id: request.contactId ?? null,
      admin_id: String(actor.adminId),
    },
  })
  return viewExecution(row, { bodies: true })
}
