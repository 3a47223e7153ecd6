import { errors, invalid, Problem, problem } from '@guichet/contract/errors.ts'
import { LARGEST_IMPORT, MOST_IMPORT_ROWS } from '@guichet/contract/import-limits.ts'
import type { Database } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { definedAttributes } from '../data-attribute/index.ts'
import { type Column, insertImport } from './csv-import.sql.ts'
import { findImport, type ImportView, mayImport } from './csv-import.ts'
import { brokenRow, type Format, FormatFinder, rowsOf } from './csv-reader.ts'
import { guessTargets, type ImportModel } from './guess.ts'

const MOST_COLUMNS = 200
const SAMPLES = 5

interface Upload {
  model: ImportModel
  name: string
  chunks: AsyncIterable<Uint8Array>
  files: FileStore
}

/**
 * Keeps a file as it comes in, and says how it is to be read: nothing of it but a few rows is ever in memory. 413 for one that is
 * too large, 400 for what is no table with a head, and for more rows than are taken at once.
 */
export async function uploadImport(
  database: Database,
  actor: Actor,
  { model, name, chunks, files }: Upload,
): Promise<ImportView> {
  mayImport(actor)
  const finder = new FormatFinder()
  const seen = { size: 0 }
  const fileKey = await files.put(actor.workspace.id, watched(chunks, finder, seen))
  try {
    const format = finder.found()
    if (!format) throw invalid('This is no text: save the table as CSV, and upload that', 'file')
    const { head, samples, rows } = await survey(files, fileKey, format)
    return await database.transaction(async tx => {
      const defined = await definedAttributes(tx, actor.workspace.id, model)
      const guesses = guessTargets(model, head, defined)
      const columns: Column[] = head.map((name, at) => ({
        name: name.trim().slice(0, 255),
        samples: samples.map(row => (row[at] ?? '').slice(0, 100)).filter(cell => cell !== ''),
        guess: guesses[at] ?? { to: 'ignore' },
      }))
      const row = { model, name: name.slice(0, 255) || 'file.csv', fileKey, size: seen.size, columns, rows }
      return findImport(tx, actor, String(await insertImport(tx, actor, { ...format, ...row })))
    }, actor.now)
  } catch (error) {
    await files.remove(fileKey)
    throw error
  }
}

async function* watched(
  chunks: AsyncIterable<Uint8Array>,
  finder: FormatFinder,
  seen: { size: number },
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    seen.size += chunk.length
    if (seen.size > LARGEST_IMPORT) throw problem(errors.payloadTooLarge, TOO_LARGE)
    finder.see(chunk)
    yield chunk
  }
}

const TOO_LARGE = `A file may have ${LARGEST_IMPORT / 1024 / 1024} MB: split it, and import one part after the other`
const TOO_LONG = `A file may have ${MOST_IMPORT_ROWS.toLocaleString('en')} rows: split it, and import one part after the other`

async function survey(files: FileStore, key: string, format: Format) {
  let head: string[] | undefined
  const samples: string[][] = []
  let rows = 0
  const file = await files.open(key)
  if (!file) throw new Error('a file that was just kept is not there')
  try {
    for await (const row of rowsOf(file.bytes, format)) {
      if (head === undefined) head = row
      else {
        rows += 1
        if (samples.length < SAMPLES) samples.push(row)
      }
      if (head.length > MOST_COLUMNS) throw invalid(`A file may have ${MOST_COLUMNS} columns`, 'file')
      if (rows > MOST_IMPORT_ROWS) throw invalid(TOO_LONG, 'file')
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    const at = brokenRow(error) ?? rows + 1
    throw invalid(`The file could not be read as a table from row ${at} on: is a quote left open?`, 'file')
  }
  if (head === undefined || rows === 0) throw invalid('The file holds no rows below its head', 'file')
  return { head, samples, rows }
}
