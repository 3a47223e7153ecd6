import type { Database, Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { eachDue } from '../each-due.ts'
import { systemActor } from '../system-actor.ts'
import { tagByName } from '../tagging/index.ts'
import { upsertChanges } from './changes.sql.ts'
import {
  type DueImport,
  type ImportRow,
  insertRejects,
  lockImport,
  selectDueImports,
  updateImport,
} from './csv-import.sql.ts'
import { brokenRow, rowsOf } from './csv-reader.ts'
import type { Found, Numbered } from './found.ts'
import { importRows } from './import-rows.ts'
import { takeBack } from './take-back.ts'
import { forgetLeft, upsertLeft } from './trial.sql.ts'
import { tryRows } from './trial.ts'

export interface Importing {
  database: Database
  files: FileStore
  /** The world's clock, in seconds. */
  now: () => number
  within?: string | undefined
  /** Set when the server goes: whoever comes next goes on. */
  stopping?: AbortSignal
}

/** How many rows are taken in one transaction, and how long others keep off a file that is read, in seconds. */
const AT_ONCE = 500
const LEASE = 30

export const dueImports = (on: Importing, limit: number): Promise<DueImport[]> =>
  selectDueImports(on.database.unguarded.read, { now: on.now(), within: on.within, limit })

/**
 * Reads the files that are to be tried, taken in or taken back. Some rows at a time are taken in one transaction, with how far the file
 * is read: after a crash whoever goes on does so behind the last that were kept. Returns how many came to their end.
 */
export const runImports = (on: Importing): Promise<number> =>
  eachDue(
    () => dueImports(on, 10),
    due => runImport(on, due),
  )

/** One of them; whether it came to its end. */
export async function runImport(on: Importing, due: DueImport): Promise<boolean> {
  if (!(await lease(on, due))) return false
  if (due.status === 'undoing') return undoOne(on, due)
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
      if (on.stopping?.aborted) return letGo(on, due)
      batch = []
    }
  } catch (error) {
    const at = brokenRow(error)
    if (at === undefined) throw error
    return fail(on, due, `Row ${at} could not be read`)
  }
  return take(on, due, batch, true)
}

const lease = (on: Importing, due: DueImport): Promise<boolean> =>
  on.database.transaction(async tx => {
    const row = await lockImport(tx, due.workspace_id, due.id)
    const free = row?.status === due.status && row.position === due.position && row.leased_until <= on.now()
    if (free) await updateImport(tx, due, { leased_until: on.now() + LEASE })
    return free
  })

/** Others may go on with it at once. */
async function letGo(on: Importing, due: DueImport): Promise<boolean> {
  await on.database.transaction(tx => updateImport(tx, due, { leased_until: 0 }))
  return false
}

async function fail(on: Importing, due: DueImport, fault: string): Promise<boolean> {
  const finished_at = due.status === 'running' && due.position > 0 ? due.now : null
  await on.database.transaction(tx =>
    updateImport(tx, due, { status: 'failed', fault, updated_at: due.now, finished_at }),
  )
  return true
}

/** Takes some rows, and keeps how far that goes. Whether to go on: somebody may have stopped it. */
async function take(on: Importing, due: DueImport, batch: Numbered[], last = false): Promise<boolean> {
  const actor = actorOf(due)
  const isTrial = due.status === 'checking'
  const tried = isTrial ? await tryRows(on, due, actor, batch) : undefined
  const [went, position] = await on.database.transaction(async tx => {
    const row = await lockImport(tx, due.workspace_id, due.id)
    if (row?.status !== due.status || row.position !== due.position) return [false, due.position] as const
    const found = tried?.found ?? (await importRows(tx, actor, due, batch))
    if (tried) await (last ? forgetLeft(tx, due) : upsertLeft(tx, due, tried.left))
    else await keepChanges(tx, actor, due, found)
    await insertRejects(tx, due, found.rejects)
    const position = row.position + batch.length
    await updateImport(tx, due, {
      ...{ position, created: row.created + found.created, updated: row.updated + found.updated },
      ...{ rejected: row.rejected + found.rejects.length, updated_at: due.now },
      leased_until: on.now() + LEASE,
      ...(last && { status: isTrial ? 'checked' : 'done', leased_until: 0 }),
      ...(last && !isTrial && { finished_at: due.now }),
    })
    if (last && !isTrial)
      await tellCompletion(tx, actor, { ...row, rejected: row.rejected + found.rejects.length })
    return [true, position] as const
  }, due.now)
  due.position = position
  return went
}

const tellCompletion = (tx: Tx, actor: Actor, { id, name, rejected }: ImportRow): Promise<void> =>
  logActivity(tx, actor, {
    type: 'csv_import_completion',
    description: `The file ${name} was taken in${rejected > 0 ? `, but for ${rejected} of its rows` : ''}.`,
    metadata: { import_id: String(id) },
  })

/** Tags what was taken in, and keeps what was done to it, so that it can be taken back. */
async function keepChanges(tx: Tx, actor: Actor, due: DueImport, found: Found): Promise<void> {
  const { model: type, tag: name } = due
  if (name !== null && found.ids.length > 0) {
    const { tag, tagged } = await tagByName(tx, actor, { name, type, ids: [...new Set(found.ids)] })
    for (const id of tagged) found.touchTagged(type, id)
    if (due.tag_id === null) await updateImport(tx, due, { tag_id: Number(tag.id) })
    due.tag_id = Number(tag.id)
  }
  await upsertChanges(tx, due, found.touches)
}

/** Takes back, some things at a time, what an import did. */
async function undoOne(on: Importing, due: DueImport): Promise<boolean> {
  const actor = actorOf(due)
  for (;;) {
    const isOver = await on.database.transaction(async tx => {
      const row = await lockImport(tx, due.workspace_id, due.id)
      if (row?.status !== 'undoing' || row.undone + row.kept !== due.undone + due.kept) return undefined
      const { undone, kept, isOver } = await takeBack(tx, actor, row)
      due.undone = row.undone + undone
      due.kept = row.kept + kept
      await updateImport(tx, due, {
        ...{ undone: due.undone, kept: due.kept, updated_at: due.now, leased_until: on.now() + LEASE },
        ...(isOver && { status: 'undone', leased_until: 0 }),
      })
      return isOver
    }, due.now)
    if (isOver !== false) return isOver === true
    if (on.stopping?.aborted) return letGo(on, due)
  }
}

const actorOf = (due: DueImport): Actor => ({
  ...systemActor({
    workspace: { id: due.workspace_id, name: due.workspace_name, timezone: due.timezone },
    ...{ operatorId: due.admin_id, now: due.now },
  }),
  origin: due.origin,
})
