import { errors, problem } from '@guichet/contract/errors.ts'
import type { RawAnswer } from '@guichet/contract/operation.ts'
import { stringify } from 'csv-stringify/sync'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { type ImportRow, selectImport, selectRejects } from './csv-import.sql.ts'
import { mayImport } from './csv-import.ts'

const PAGE = 500

/** The rows that were rejected, as they stood in the file, and why: to be mended and uploaded again. 404 for no such file. */
export async function rejectedFile(tx: Tx, actor: Actor, id: string): Promise<RawAnswer> {
  mayImport(actor)
  const row = await byNumericId(id, key => selectImport(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.notFound)
  return {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="rejected-${row.id}.csv"`,
      'x-content-type-options': 'nosniff',
    },
    body: bytesOf(tx, row),
  }
}

async function* bytesOf(tx: Tx, row: ImportRow): AsyncIterable<Uint8Array> {
  const text = (rows: string[][]) => new TextEncoder().encode(stringify(rows, { delimiter: row.delimiter }))
  yield text([[...row.columns.map(({ name }) => name), 'rejected because']])
  for (let after = 0; ; ) {
    const rejects = await selectRejects(tx, row, { after, limit: PAGE })
    if (rejects.length > 0)
      yield text(rejects.map(({ cells, reason }) => [...filled(cells, row.columns.length), reason]))
    const last = rejects.at(-1)
    if (!last || rejects.length < PAGE) return
    after = last.row
  }
}

/** Every row as long as the head, so that the reason stands in its column. */
const filled = (cells: string[], length: number): string[] =>
  Array.from({ length }, (_, at) => cells[at] ?? '')
