import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  EcommerceCatalogUploadPartResponse,
  EcommerceCatalogUploadResponse,
} from '@guichet/contract/models/ecommerce-catalog.ts'
import type { UploadCatalogRequest } from '@guichet/contract/operations/ecommerce.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { enqueueJob } from '../job/index.ts'
import { permission } from '../permission.ts'
import { packCatalog } from './catalog-file.ts'
import {
  countParts,
  insertConnector,
  insertImport,
  lockConnector,
  selectOpenImport,
  updateImport,
  upsertPart,
} from './ecommerce.sql.ts'

type Request = Static<typeof UploadCatalogRequest>
type Accepted = Static<typeof EcommerceCatalogUploadResponse>
type PartAccepted = Static<typeof EcommerceCatalogUploadPartResponse>

const mayUpload = permission('write_ecommerce_catalog')

/** After how many seconds an upload that nobody goes on with, or a sync that does not come to its end, is given up. */
const ABANDONED: Record<string, number> = { uploading: 86_400, processing: 3600 }

/** Makes a connector that catalogs are uploaded to, which settings do and no call; answers its id. */
export async function createCatalogConnector(tx: Tx, actor: Actor, name: string): Promise<number> {
  return (await insertConnector(tx, actor, name)).id
}

/**
 * Takes a whole catalog, or with `finalize` one part of it after another and their end. What is complete is imported
 * in the background, in place of the catalog before.
 */
export async function uploadCatalog(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Request },
): Promise<Accepted | PartAccepted> {
  mayUpload(actor)
  const connector = await lockConnector(tx, actor.workspace.id, numericId(id) ?? 0)
  if (!connector) throw problem(errors.catalogConnectorNotFound)
  const upload: Upload = {
    connectorId: connector.id,
    request,
    open: await openImport(tx, actor, connector.id),
  }
  if (request.finalize === undefined && request.import_job_id === undefined)
    return takeWhole(tx, actor, upload)
  return request.finalize ? finish(tx, actor, upload) : takePart(tx, actor, upload)
}

interface Upload {
  connectorId: number
  request: Request
  open: { id: number; state: string } | undefined
}

async function openImport(tx: Tx, actor: Actor, connectorId: number): Promise<Upload['open']> {
  const open = await selectOpenImport(tx, actor.workspace.id, connectorId)
  if (!open || open.updated_at + (ABANDONED[open.state] ?? 0) > actor.now) return open
  await updateImport(tx, actor, open.id, { state: 'failed' })
  return undefined
}

async function takeWhole(tx: Tx, actor: Actor, { connectorId, request, open }: Upload): Promise<Accepted> {
  if (open) throw problem(open.state === 'uploading' ? errors.catalogUploading : errors.catalogSyncing)
  const products = await packCatalog(request.catalog)
  const { id } = await insertImport(tx, actor, { connectorId, state: 'processing' })
  await upsertPart(tx, actor.workspace.id, { importId: id, partNumber: 1, products })
  return startSync(tx, actor, id)
}

/** The first part opens the session; a part sent again takes its own place. */
async function takePart(tx: Tx, actor: Actor, upload: Upload): Promise<PartAccepted> {
  const { connectorId, request, open } = upload
  if (open?.state === 'processing') throw problem(errors.catalogSyncing)
  if (request.import_job_id !== undefined) requireSession(upload)
  else if (isLater(request.part_number)) throw problem(errors.catalogJobIdMissing)
  else if (open) throw problem(errors.catalogUploading)
  const importId = open?.id
  const parts = importId === undefined ? 0 : await countParts(tx, actor.workspace.id, importId)
  const partNumber = readPartNumber(request.part_number, parts)
  const products = await packCatalog(request.catalog)
  const session = importId ?? (await insertImport(tx, actor, { connectorId, state: 'uploading' })).id
  await upsertPart(tx, actor.workspace.id, { importId: session, partNumber, products })
  await updateImport(tx, actor, session, { state: 'uploading' })
  return { import_job_id: jobId(session), next_part_number: Math.max(parts, partNumber) + 1 }
}

async function finish(tx: Tx, actor: Actor, upload: Upload): Promise<Accepted> {
  if (upload.request.import_job_id === undefined) throw problem(errors.catalogJobIdMissing)
  const { id, state } = requireSession(upload)
  const parts = await countParts(tx, actor.workspace.id, id)
  if (state !== 'uploading' || parts === 0) throw problem(errors.catalogNotFinalizable)
  await updateImport(tx, actor, id, { state: 'processing' })
  return startSync(tx, actor, id)
}

/** Whether a part says of itself that others came before it. */
const isLater = (partNumber: unknown): boolean => Number(partNumber) > 1

function requireSession({ open, request }: Upload): { id: number; state: string } {
  if (!open || jobId(open.id) !== request.import_job_id) throw problem(errors.catalogSessionNotFound)
  return open
}

/** The number of a part: the one after those that came, or one of those again. */
function readPartNumber(given: unknown, parts: number): number {
  if (given === undefined || given === '') return parts + 1
  const number = /^[1-9]\d{0,8}$/.test(String(given)) ? Number(given) : undefined
  if (number === undefined) throw problem(errors.catalogPartInvalid)
  if (number > parts + 1)
    throw problem(errors.catalogPartInvalid, `Expected part ${parts + 1}, got ${number}`)
  return number
}

async function startSync(tx: Tx, actor: Actor, importId: number): Promise<Accepted> {
  await enqueueJob(tx, actor, {
    ...{ kind: 'ecommerce_import', resourceType: null, input: { import_id: importId } },
  })
  return {
    import_job_id: jobId(importId),
    status: 'processing',
    message: 'Catalog received. Sync has started.',
  }
}

const jobId = (importId: number): string => `job_${importId}`
