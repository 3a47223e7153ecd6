import { Readable } from 'node:stream'
import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { CsvImport } from '@guichet/contract/models/csv-import.ts'
import type { FormFile } from '@guichet/contract/operation.ts'
import type { ImportRequest, UploadImportRequest } from '@guichet/contract/operations/inbox/imports.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { createDataAttribute, definedAttributes } from '../data-attribute/index.ts'
import { permission } from '../permission.ts'
import {
  type Column,
  deleteRejects,
  type ImportRow,
  insertImport,
  lockImport,
  selectImport,
  selectImports,
  selectRejects,
  updateImport,
} from './csv-import.sql.ts'
import { formatOf, rowsOf } from './csv-reader.ts'
import { FIELDS, guessTargets, type ImportModel, type Target } from './guess.ts'

type View = Static<typeof CsvImport>
type Request = Static<typeof ImportRequest>

export const mayImport = permission('read_write_users')
const mayMakeAttributes = permission('write_data_attributes')

const MOST_COLUMNS = 200
const SAMPLES = 5
const SHOWN_REJECTS = 100

/** The latest files that were uploaded, without the rows that were rejected of them. */
export async function listImports(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: View[] }> {
  mayImport(actor)
  const rows = await selectImports(tx, actor.workspace.id, 20)
  return { type: 'list', data: rows.map(row => view(row, [])) }
}

/** How a file stands, and the first rows that were rejected. 404 for no such file. */
export async function findImport(tx: Tx, actor: Actor, id: string): Promise<View> {
  mayImport(actor)
  const row = await byNumericId(id, key => selectImport(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  return view(row, await selectRejects(tx, row, { after: 0, limit: SHOWN_REJECTS }))
}

/** Keeps a file and says how it is to be read. 400 for what is no table with a head. */
export async function uploadImport(
  tx: Tx,
  actor: Actor,
  { request, files }: { request: Static<typeof UploadImportRequest>; files: FileStore },
): Promise<View> {
  mayImport(actor)
  const { file } = request
  if (!isFile(file)) throw missing('file')
  const model: ImportModel = request.model === 'company' ? 'company' : 'contact'
  const format = formatOf(file.bytes)
  const { head, samples, rows } = await survey(file.bytes, format)
  if (head.length > MOST_COLUMNS) throw invalid(`A file may have ${MOST_COLUMNS} columns`, 'file')
  if (rows === 0) throw invalid('The file holds no rows below its head', 'file')
  const defined = await definedAttributes(tx, actor.workspace.id, model)
  const guesses = guessTargets(model, head, defined)
  const columns: Column[] = head.map((name, at) => ({
    name: name.trim().slice(0, 255),
    samples: samples.map(row => (row[at] ?? '').slice(0, 100)).filter(cell => cell !== ''),
    guess: guesses[at] ?? { to: 'ignore' },
  }))
  const fileKey = await files.put(actor.workspace.id, file.bytes)
  const name = file.name.slice(0, 255) || 'file.csv'
  const size = file.bytes.length
  const id = await insertImport(tx, actor, { ...format, model, name, fileKey, size, columns, rows })
  return findImport(tx, actor, String(id))
}

const isFile = (value: unknown): value is FormFile =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array

async function survey(bytes: Uint8Array, format: ReturnType<typeof formatOf>) {
  let head: string[] | undefined
  const samples: string[][] = []
  let rows = 0
  try {
    for await (const row of rowsOf(Readable.from([bytes]), format)) {
      if (head === undefined) head = row
      else {
        rows += 1
        if (samples.length < SAMPLES) samples.push(row)
      }
    }
  } catch {
    throw invalid('The file could not be read as a table', 'file')
  }
  return { head: head ?? [], samples, rows }
}

/** Has a file tried: everything is done, and nothing of it kept. 404 for no such file, 400 for columns that mean nothing. */
export const checkImport = (tx: Tx, actor: Actor, of: { id: string; request: Request }): Promise<View> =>
  begin(tx, actor, { ...of, status: 'checking' })

/** Has a file taken in. New attributes are made at once. 404 for no such file, 400 for one that is taken in already. */
export const runImport = (tx: Tx, actor: Actor, of: { id: string; request: Request }): Promise<View> =>
  begin(tx, actor, { ...of, status: 'running' })

async function begin(
  tx: Tx,
  actor: Actor,
  { id, request, status }: { id: string; request: Request; status: 'checking' | 'running' },
): Promise<View> {
  mayImport(actor)
  const row = await byNumericId(id, key => lockImport(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  if (row.status === 'running' || row.status === 'done' || row.status === 'cancelled')
    throw invalid('This file has been taken in already', 'id')
  const mapping = await readMapping(tx, actor, row, request.mapping)
  if (status === 'running') await makeAttributes(tx, actor, row.model, mapping)
  await deleteRejects(tx, row)
  await updateImport(tx, row, {
    ...{ status, mapping, role: request.role ?? 'user', tag: request.tag?.trim().slice(0, 255) || null },
    ...{ position: 0, created: 0, updated: 0, rejected: 0, fault: null, leased_until: 0 },
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

/** Makes the attributes that a file brings along. */
export async function makeAttributes(
  tx: Tx,
  actor: Actor,
  model: ImportModel,
  mapping: Target[],
): Promise<void> {
  const defined = await definedAttributes(tx, actor.workspace.id, model)
  for (const { to, name, data_type } of mapping)
    if (to === 'new_attribute' && name !== undefined && data_type !== undefined && !defined.has(name))
      await createDataAttribute(tx, actor, { model, name, data_type })
}

/** Stops taking in a file; what was taken stays. */
export async function cancelImport(tx: Tx, actor: Actor, id: string): Promise<View> {
  mayImport(actor)
  const row = await byNumericId(id, key => lockImport(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  if (row.status === 'running') await updateImport(tx, row, { status: 'cancelled', updated_at: actor.now })
  if (row.status === 'checking') await updateImport(tx, row, { status: 'uploaded', updated_at: actor.now })
  return findImport(tx, actor, id)
}

const view = (row: ImportRow, rejects: { row: number; reason: string }[]): View => ({
  ...{ type: 'csv_import', id: String(row.id), model: row.model, name: row.name, status: row.status },
  ...{ size: row.size, encoding: row.encoding, delimiter: row.delimiter, columns: row.columns },
  ...{ mapping: row.mapping, role: row.role, tag: row.tag, row_count: row.row_count, position: row.position },
  ...{ created: row.created, updated: row.updated, rejected: row.rejected, fault: row.fault },
  rejects: rejects.map(({ row: number, reason }) => ({ row: number, reason })),
  ...{ created_at: row.created_at, updated_at: row.updated_at },
})
