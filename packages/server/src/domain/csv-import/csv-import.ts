import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { CsvImport } from '@guichet/contract/models/csv-import.ts'
import type { ImportRequest } from '@guichet/contract/operations/inbox/imports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { createDataAttribute, definedAttributes } from '../data-attribute/index.ts'
import { permission } from '../permission.ts'
import { countChanges, selectKept } from './changes.sql.ts'
import {
  deleteRejects,
  type ImportRow,
  lockImport,
  selectImport,
  selectImports,
  selectRejects,
  updateImport,
} from './csv-import.sql.ts'
import { FIELDS, type ImportModel, type Target } from './guess.ts'
import { forgetLeft } from './trial.sql.ts'

export type ImportView = Static<typeof CsvImport>
type View = ImportView
type Request = Static<typeof ImportRequest>

export const mayImport = permission('read_write_users')
const mayMakeAttributes = permission('write_data_attributes')

/** How many rows that were rejected, and things that were left as they are, are told beside an import. */
const SHOWN = 100
/** How long what an import did can be taken back, in seconds. */
export const UNDO_FOR = 30 * 86_400

/** The latest files that were uploaded, without the rows that were rejected of them. */
export async function listImports(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: View[] }> {
  mayImport(actor)
  const rows = await selectImports(tx, actor.workspace.id, 20)
  return { type: 'list', data: rows.map(row => view(actor, row, { rejects: [], kept: [] })) }
}

/** How a file stands, and the first rows that were rejected. 404 for no such file. */
export async function findImport(tx: Tx, actor: Actor, id: string): Promise<View> {
  mayImport(actor)
  const row = await byNumericId(id, key => selectImport(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  return view(actor, row, {
    rejects: await selectRejects(tx, row, { after: 0, limit: SHOWN }),
    kept: row.kept === 0 ? [] : await selectKept(tx, row, SHOWN),
  })
}

/** Has a file tried: everything is done, and nothing of it kept. 404 for no such file, 400 for columns that mean nothing. */
export const checkImport = (tx: Tx, actor: Actor, of: { id: string; request: Request }): Promise<View> =>
  begin(tx, actor, { ...of, status: 'checking' })

/** Has a file taken in. New attributes are made at once. 404 for no such file, 400 for one that is taken in already. */
export const beginImport = (tx: Tx, actor: Actor, of: { id: string; request: Request }): Promise<View> =>
  begin(tx, actor, { ...of, status: 'running' })

async function begin(
  tx: Tx,
  actor: Actor,
  { id, request, status }: { id: string; request: Request; status: 'checking' | 'running' },
): Promise<View> {
  mayImport(actor)
  const row = await byNumericId(id, key => lockImport(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  if (!['uploaded', 'checking', 'checked', 'failed'].includes(row.status) || row.finished_at !== null)
    throw invalid('This file has been taken in already', 'id')
  const mapping = await readMapping(tx, actor, row, request.mapping)
  const made_attributes = status === 'running' ? await makeAttributes(tx, actor, row.model, mapping) : []
  await deleteRejects(tx, row)
  await forgetLeft(tx, row)
  await updateImport(tx, row, {
    ...{ status, mapping, role: request.role ?? 'user', tag: request.tag?.trim().slice(0, 255) || null },
    ...{ position: 0, created: 0, updated: 0, rejected: 0, fault: null, leased_until: 0, made_attributes },
    ...{ admin_id: actor.adminId, origin: actor.origin, updated_at: actor.now },
  })
  return findImport(tx, actor, id)
}

async function readMapping(
  tx: Tx,
  actor: Actor,
  { model, columns }: ImportRow,
  mapping: Target[],
): Promise<Target[]> {
  if (mapping.length !== columns.length) throw invalid('mapping must name each column once', 'mapping')
  const defined = await definedAttributes(tx, actor.workspace.id, model)
  const taken = new Set<string>()
  for (const { to, name, data_type } of mapping) {
    if (to === 'ignore') continue
    const isAttribute = to === 'attribute' || to === 'new_attribute'
    const key = isAttribute ? `attribute ${name}` : to
    if (taken.has(key)) throw invalid(`Two columns are ${isAttribute ? name : to}`, 'mapping')
    taken.add(key)
    if (!isAttribute && !FIELDS[model].includes(to)) throw invalid(`A ${model} has no ${to}`, 'mapping')
    if (to === 'attribute' && !defined.has(name ?? ''))
      throw invalid(`There is no attribute ${name}`, 'mapping')
    if (to === 'new_attribute' && (!name || data_type === undefined))
      throw invalid('A new attribute needs a name and a type', 'mapping')
    if (to === 'new_attribute') mayMakeAttributes(actor)
  }
  const known = model === 'contact' ? ['external_id', 'email'] : ['company_id']
  if (!known.some(each => taken.has(each))) throw invalid(`A column must be ${known.join(' or ')}`, 'mapping')
  return mapping
}

/** Makes the attributes that a file brings along; their names. */
export async function makeAttributes(
  tx: Tx,
  actor: Actor,
  model: ImportModel,
  mapping: Target[],
): Promise<string[]> {
  const defined = await definedAttributes(tx, actor.workspace.id, model)
  const made: string[] = []
  for (const { to, name, data_type } of mapping) {
    if (to !== 'new_attribute' || name === undefined || data_type === undefined || defined.has(name)) continue
    await createDataAttribute(tx, actor, { model, name, data_type })
    made.push(name)
  }
  return made
}

/** Stops taking in a file; what was taken stays. */
export async function cancelImport(tx: Tx, actor: Actor, id: string): Promise<View> {
  mayImport(actor)
  const row = await byNumericId(id, key => lockImport(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  if (row.status === 'running')
    await updateImport(tx, row, { status: 'cancelled', updated_at: actor.now, finished_at: actor.now })
  if (row.status === 'checking') await updateImport(tx, row, { status: 'uploaded', updated_at: actor.now })
  return findImport(tx, actor, id)
}

/** Has all taken back that an import did. 404 for no such file, 400 where there is nothing to take back, or no longer. */
export async function undoImport(tx: Tx, actor: Actor, id: string): Promise<View> {
  mayImport(actor)
  const row = await byNumericId(id, key => lockImport(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  if (undoUntil(actor, row) === null)
    throw invalid('There is nothing that could be taken back, or it is too long ago', 'id')
  await updateImport(tx, row, {
    ...{ status: 'undoing', changes: await countChanges(tx, row), undone: 0, kept: 0, leased_until: 0 },
    ...{ admin_id: actor.adminId, origin: actor.origin, updated_at: actor.now },
  })
  return findImport(tx, actor, id)
}

function undoUntil(actor: Actor, { status, created, updated, finished_at }: ImportRow): number | null {
  const isDone = status === 'done' || status === 'cancelled' || status === 'failed'
  if (!isDone || finished_at === null || created + updated === 0) return null
  return finished_at + UNDO_FOR > actor.now ? finished_at + UNDO_FOR : null
}

const view = (
  actor: Actor,
  row: ImportRow,
  told: { rejects: { row: number; reason: string }[]; kept: View['kept_objects'] },
): View => ({
  ...{ type: 'csv_import', id: String(row.id), model: row.model, name: row.name, status: row.status },
  ...{ size: row.size, encoding: row.encoding, delimiter: row.delimiter, columns: row.columns },
  ...{ mapping: row.mapping, role: row.role, tag: row.tag, row_count: row.row_count, position: row.position },
  ...{ created: row.created, updated: row.updated, rejected: row.rejected, fault: row.fault },
  rejects: told.rejects.map(({ row: number, reason }) => ({ row: number, reason })),
  ...{ undo_until: undoUntil(actor, row), changes: row.changes, undone: row.undone, kept: row.kept },
  kept_objects: told.kept,
  ...{ created_at: row.created_at, updated_at: row.updated_at },
})
