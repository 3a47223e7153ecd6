import { errors, problem } from '@guichet/contract/errors.ts'
import type { DataConnectorList, DeletedDataConnector } from '@guichet/contract/models/data-connector.ts'
import type { CreateDataConnectorRequest } from '@guichet/contract/operations/data-connectors.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor } from '../actor.ts'
import { perPage } from '../paging.ts'
import { type ConnectorRequest, readConnector } from './data-connector.input.ts'
import { mayReadConnectors, mayWriteConnectors } from './data-connector.policy.ts'
import {
  type ConnectorRow,
  deleteConnectorRow,
  insertConnector,
  isInUse,
  lockConnector,
  selectConnector,
  selectConnectors,
  updateConnectorRow,
} from './data-connector.sql.ts'
import { type ConnectorDetail, viewConnector, viewDetail } from './data-connector.view.ts'

/** A page of connectors, the latest changed first. */
export async function listConnectors(
  tx: Tx,
  actor: Actor,
  query: { per_page?: string; starting_after?: string },
): Promise<Static<typeof DataConnectorList>> {
  mayReadConnectors(actor)
  const limit = perPage(query.per_page, { usual: 20, most: 50 })
  const after = query.starting_after ? placeOf(ENDPOINT, query.starting_after) : undefined
  const rows = await selectConnectors(tx, actor.workspace.id, { after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next =
    rows.length > limit && last
      ? { starting_after: encodeCursor(ENDPOINT, { values: [last.updated_at], id: last.id, page: 1 }) }
      : null
  return { type: 'list', data: shown.map(viewConnector), pages: { type: 'pages', per_page: limit, next } }
}

const ENDPOINT = 'data_connectors'

/** The time and id that a cursor of one of the lists here leads past. */
export function placeOf(endpoint: string, cursor: string): [at: number, id: number] {
  const { values, id } = decodeCursor(endpoint, cursor, 1)
  const [at] = values
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(id)) throw problem(errors.cursorInvalid)
  return [Number(at), Number(id)]
}

/** One connector; 404 when there is none. */
export async function findConnector(tx: Tx, actor: Actor, id: string): Promise<ConnectorDetail> {
  mayReadConnectors(actor)
  return viewDetail(await requireConnector(tx, actor, id))
}

/** Makes a draft of a connector. */
export async function createConnector(
  tx: Tx,
  actor: Actor,
  { request, secrets }: { request: Static<typeof CreateDataConnectorRequest>; secrets: SecretBox },
): Promise<ConnectorDetail> {
  mayWriteConnectors(actor)
  const patch = await readConnector(tx, actor, { request, secrets })
  const { name } = patch
  if (name === undefined) throw problem(errors.dataConnectorNameMissing)
  return viewDetail(await insertConnector(tx, actor, { ...patch, name }))
}

/** Changes what a request names. 422 to go live without an address, 409 to go back to draft while in use. */
export async function updateConnector(
  tx: Tx,
  actor: Actor,
  { id, request, secrets }: { id: string; request: ConnectorRequest; secrets: SecretBox },
): Promise<ConnectorDetail> {
  mayWriteConnectors(actor)
  const before = await lockConnector(tx, actor.workspace.id, numericId(id) ?? 0)
  if (!before) throw problem(errors.dataConnectorNotFound)
  const patch = await readConnector(tx, actor, { request, secrets, before })
  const after = { ...before, ...patch }
  if (after.state === 'live' && after.url === null)
    throw problem(errors.dataConnectorInvalid, 'Url is required for a live data connector')
  if (
    before.state === 'live' &&
    after.state === 'draft' &&
    (await isInUse(tx, actor.workspace.id, before.id))
  )
    throw problem(
      errors.dataConnectorInUse,
      'Data connector is in use by other resources and cannot be set to draft',
    )
  return viewDetail(await updateConnectorRow(tx, actor, before.id, patch))
}

/** Deletes a draft that nothing uses, with what is known of its runs. 409 for any other. */
export async function deleteConnector(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof DeletedDataConnector>> {
  mayWriteConnectors(actor)
  const row = await lockConnector(tx, actor.workspace.id, numericId(id) ?? 0)
  if (!row) throw problem(errors.dataConnectorNotFound)
  if (await isInUse(tx, actor.workspace.id, row.id)) throw problem(errors.dataConnectorInUse)
  if (row.state !== 'draft') throw problem(errors.dataConnectorNotDraft)
  await deleteConnectorRow(tx, actor.workspace.id, row.id)
  return { id: String(row.id), object: 'data_connector', deleted: true }
}

/** The connector of an id; 404 when there is none. */
export async function requireConnector(tx: Tx, actor: Actor, id: string): Promise<ConnectorRow> {
  const row = await selectConnector(tx, actor.workspace.id, numericId(id) ?? 0)
  if (!row) throw problem(errors.dataConnectorNotFound)
  return row
}
