import { errors, type Kind, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { exportId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { enqueueJob } from '../job/index.ts'
import {
  countPending,
  insertExport,
  lockExports,
  selectExport,
  updateCanceled,
  updateReady,
} from './export.sql.ts'

export type ExportKind = 'content' | 'reporting'

/**
 * Something to be exported. Its job only finds out whether there is anything to it: the file itself is written while it
 * is downloaded, page by page, so that it takes no memory, no disk and no clearing away.
 */
export interface Export {
  id: string
  status: 'pending' | 'in_progress' | 'failed' | 'ready' | 'canceled'
  /** Whether there is anything in it; null until it is ready. */
  hasRows: boolean | null
  readyAt: number | null
  request: unknown
}

export interface ExportView {
  job_identifier: string
  download_url: string
  /** Epoch seconds as a text. */
  download_expires_at: string
}

/** A file can be had for two days. */
const LIFETIME = 2 * 86_400

/** Enqueues an export; `refusal` when the workspace has as many of the kind under way as it may. */
export async function startExport(
  tx: Tx,
  actor: Actor,
  of: { kind: ExportKind; request: object; most: number; refusal: Kind },
): Promise<Export> {
  await lockExports(tx, actor.workspace.id)
  if ((await countPending(tx, actor.workspace.id, of.kind)) >= of.most) throw problem(of.refusal)
  const id = exportId()
  const kind = of.kind === 'content' ? 'data_export' : 'reporting_export'
  const job = await enqueueJob(tx, actor, { kind, resourceType: null, input: { export: id } })
  await insertExport(tx, actor, { id, kind: of.kind, request: of.request, jobId: Number(job.id) })
  return { id, status: 'pending', hasRows: null, readyAt: null, request: of.request }
}

/** An export; 404 when there is none. */
export async function findExport(tx: Tx, actor: Actor, kind: ExportKind, id: string): Promise<Export> {
  const row = await selectExport(tx, actor.workspace.id, kind, id)
  if (!row) throw unknown(id)
  const { has_rows: hasRows, ready_at: readyAt, request } = row
  return { id, status: statusOf(row), hasRows, readyAt, request }
}

/** An export whose file can be had now; 404 when there is none, or not yet, or no more. */
export async function requireFile(tx: Tx, actor: Actor, kind: ExportKind, id: string): Promise<Export> {
  const found = await findExport(tx, actor, kind, id)
  const { status, readyAt } = found
  if (status !== 'ready' || readyAt === null || actor.now >= readyAt + LIFETIME) throw unknown(id)
  return found
}

/** Cancels an export; one that is ready loses its file. */
export async function cancelExport(tx: Tx, actor: Actor, kind: ExportKind, id: string): Promise<Export> {
  await updateCanceled(tx, actor, kind, id)
  return findExport(tx, actor, kind, id)
}

/** Does the job of an export: finds out by `hasRows` whether there is anything to it. */
export async function getReady(
  tx: Tx,
  actor: Actor,
  { kind, input, hasRows }: { kind: ExportKind; input: unknown; hasRows(request: unknown): Promise<boolean> },
): Promise<void> {
  const { id, status, request } = await findExport(tx, actor, kind, idIn(input))
  if (status === 'canceled') return
  await updateReady(tx, actor, id, await hasRows(request))
}

/** How an export is told, but for its status, which each kind words for itself. `at` is where its file is, if it has one. */
export function viewExport(
  actor: Actor,
  { id, status, readyAt }: Export,
  at: string | undefined,
): ExportView {
  const has = at !== undefined && status === 'ready' && readyAt !== null
  return {
    job_identifier: id,
    download_url: has && actor.now < readyAt + LIFETIME ? `${actor.origin}${at}/${id}` : '',
    download_expires_at: has ? String(readyAt + LIFETIME) : '',
  }
}

type Row = NonNullable<Awaited<ReturnType<typeof selectExport>>>

function statusOf({ canceled_at, ready_at, job_status, attempts }: Row): Export['status'] {
  if (canceled_at !== null) return 'canceled'
  if (ready_at !== null) return 'ready'
  if (job_status === 'failed') return 'failed'
  return attempts > 0 ? 'in_progress' : 'pending'
}

const unknown = (id: string) =>
  problem(errors.exportNotFound, `Export job not found for identifier: ${id.slice(0, 100)}`)

function idIn(input: unknown): string {
  const id = typeof input === 'object' && input !== null && 'export' in input ? input.export : undefined
  if (typeof id !== 'string') throw new Error('the job of an export names none')
  return id
}
