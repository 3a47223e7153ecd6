import { Problem } from '@guichet/contract/errors.ts'
import { sql } from 'kysely'
import type { Database, Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { definedAttributes } from '../data-attribute/index.ts'
import { eachDue } from '../each-due.ts'
import { systemActor } from '../system-actor.ts'
import { createOrTag } from '../tagging/index.ts'
import {
  type DueImport,
  insertRejects,
  lockImport,
  type Reject,
  selectDueImports,
  updateImport,
} from './csv-import.sql.ts'
import { makeAttributes } from './csv-import.ts'
import { rowsOf } from './csv-reader.ts'
import { importRow } from './import-row.ts'

export interface Importing {
  database: Database
  files: FileStore
  /** By the world's clock. */
  now: number
  within?: string | undefined
}

/** How many rows are taken in one transaction, and how long others keep off a file that is read, in seconds. */
const AT_ONCE = 200
const LEASE = 120

/**
 * Reads the files that are to be tried or taken in. Some rows at a time are taken in one transaction, with how far the file is
 * read: after a crash whoever goes on does so behind the last that were kept. Returns how many files came to their end.
 */
export const runImports = (on: Importing): Promise<number> =>
  eachDue(
    () => selectDueImports(on.database.unguarded.read, on),
    due => runOne(on, due),
  )

async function runOne(on: Importing, due: DueImport): Promise<boolean> {
  if (!(await lease(on, due))) return false
  const file = await on.files.open(due.file_key)
  if (!file) return fail(on, due, 'The file is not in the store of files')
  let number = 0
  let batch: Numbered[] = []
  try {
    for await (const cells of rowsOf(file.bytes, due)) {
      number += 1
      // The head is row 1; rows that were kept are behind us.
      if (number === 1 || number - 1 <= due.position) continue
      batch.push({ row: number, cells })
      if (batch.length < AT_ONCE) continue
      if (!(await take(on, due, batch))) return false
      batch = []
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      return fail(on, due, `Row ${number + 1} could not be read: ${error.message}`)
    throw error
  }
  return take(on, due, batch, true)
}

interface Numbered {
  row: number
  cells: string[]
}

const lease = (on: Importing, due: DueImport): Promise<boolean> =>
  on.database.transaction(async tx => {
    const row = await lockImport(tx, due.workspace_id, due.id)
    const free = row?.status === due.status && row.position === due.position && row.leased_until <= on.now
    if (free) await updateImport(tx, due, { leased_until: on.now + LEASE })
    return free
  })

async function fail(on: Importing, due: DueImport, fault: string): Promise<boolean> {
  await on.database.transaction(tx => updateImport(tx, due, { status: 'failed', fault, updated_at: due.now }))
  return true
}

/** Thrown to have a transaction leave nothing behind but what it found. */
class Tried extends Error {
  readonly found: Found

  constructor(found: Found) {
    super('nothing of this is kept')
    this.found = found
  }
}

interface Found {
  ids: string[]
  created: number
  updated: number
  rejects: Reject[]
}

/** Takes some rows, and keeps how far that goes. Whether to go on: somebody may have stopped it. */
async function take(on: Importing, due: DueImport, batch: Numbered[], last = false): Promise<boolean> {
  const actor = actorOf(due)
  const isTrial = due.status === 'checking'
  const tried = isTrial ? await tryRows(on, due, actor, batch) : undefined
  const [went, position] = await on.database.transaction(async tx => {
    const row = await lockImport(tx, due.workspace_id, due.id)
    if (row?.status !== due.status || row.position !== due.position) return [false, due.position] as const
    const found = tried ?? (await importRows(tx, actor, due, batch))
    if (!isTrial && due.tag !== null && found.ids.length > 0) await tagAll(tx, actor, due, found.ids)
    await insertRejects(tx, due, found.rejects)
    const position = row.position + batch.length
    await updateImport(tx, due, {
      ...{ position, created: row.created + found.created, updated: row.updated + found.updated },
      ...{ rejected: row.rejected + found.rejects.length, updated_at: due.now },
      leased_until: on.now + LEASE,
      ...(last && { status: isTrial ? 'checked' : 'done', leased_until: 0 }),
    })
    return [true, position] as const
  }, due.now)
  due.position = position
  return went
}

/** A trial does all that a run does, in a transaction of its own that is undone. */
async function tryRows(on: Importing, due: DueImport, actor: Actor, batch: Numbered[]): Promise<Found> {
  try {
    return await on.database.transaction(async tx => {
      await makeAttributes(tx, actor, due.model, due.mapping)
      throw new Tried(await importRows(tx, actor, due, batch))
    }, due.now)
  } catch (error) {
    if (error instanceof Tried) return error.found
    throw error
  }
}

async function importRows(tx: Tx, actor: Actor, due: DueImport, batch: Numbered[]): Promise<Found> {
  const attributes = await definedAttributes(tx, actor.workspace.id, due.model)
  const reading = { model: due.model, mapping: due.mapping, role: due.role, attributes }
  const found: Found = { ids: [], created: 0, updated: 0, rejects: [] }
  for (const { row, cells } of batch) {
    await sql`savepoint import_row`.execute(tx)
    try {
      const { id, isNew } = await importRow(tx, actor, reading, cells)
      found.ids.push(id)
      if (isNew) found.created += 1
      else found.updated += 1
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await sql`rollback to savepoint import_row`.execute(tx)
      found.rejects.push({ row, reason: error.message, cells })
    }
    await sql`release savepoint import_row`.execute(tx)
  }
  return found
}

async function tagAll(tx: Tx, actor: Actor, { model, tag }: DueImport, ids: string[]): Promise<void> {
  const objects = [...new Set(ids)].map(id => ({ id }))
  await createOrTag(tx, actor, {
    name: tag ?? '',
    ...(model === 'contact' ? { users: objects } : { companies: objects }),
  })
}

const actorOf = (due: DueImport): Actor => ({
  ...systemActor({
    workspace: { id: due.workspace_id, name: due.workspace_name, timezone: due.timezone },
    ...{ operatorId: due.admin_id, now: due.now },
  }),
  origin: due.origin,
})
