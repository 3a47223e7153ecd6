import type { Readable } from 'node:stream'
import { CsvError, type Parser, parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'

/** How the bytes and cells of a file are told. */
export interface Format {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  delimiter: string
}

const DELIMITERS = [',', ';', '\t', '|']
/** The longest row there may be, in bytes. */
const LONGEST_ROW = 1024 * 1024
const SAMPLE = 64 * 1024

const LOOSE = {
  ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true, bom: true },
  max_record_size: LONGEST_ROW,
}

/** Finds out how a file is written while it goes by: by its mark, else UTF-8 where all of it is, else as old programs for tables write. */
export class FormatFinder {
  readonly #start: Uint8Array[] = []
  #kept = 0
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true })
  #isUtf8 = true

  see(chunk: Uint8Array): void {
    if (this.#kept < SAMPLE) this.#start.push(chunk)
    this.#kept += chunk.length
    this.#decode(() => this.#utf8.decode(chunk, { stream: true }))
  }

  /** To be asked once, at the end. Undefined for what is no text: a workbook, a picture. */
  found(): Format | undefined {
    this.#decode(() => this.#utf8.decode())
    const start = Buffer.concat(this.#start).subarray(0, SAMPLE)
    const mark = markOf(start)
    if (!mark && start.includes(0)) return undefined
    const encoding = mark ?? (this.#isUtf8 ? 'utf-8' : 'windows-1252')
    const sample = new TextDecoder(encoding).decode(start)
    const whole = this.#kept <= SAMPLE ? sample : sample.slice(0, sample.lastIndexOf('\n') + 1) || sample
    return { encoding, delimiter: delimiterOf(whole) }
  }

  #decode(decode: () => void): void {
    if (!this.#isUtf8) return
    try {
      decode()
    } catch {
      this.#isUtf8 = false
    }
  }
}

function markOf(start: Uint8Array): Format['encoding'] | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined
}

/** The one that gives the most columns to most rows. */
function delimiterOf(text: string): string {
  const scores = DELIMITERS.map(delimiter => ({ delimiter, score: scoreOf(text, delimiter) }))
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

/** A file that is of one column in each of its rows speaks for none; one that cannot be parsed for what its head is parted by. */
function scoreOf(text: string, delimiter: string): number {
  const rows = tryRows(text, delimiter) ?? [text.slice(0, text.indexOf('\n')).split(delimiter)]
  const columns = rows[0]?.length ?? 0
  return (columns - 1) * rows.filter(row => row.length === columns).length
}

function tryRows(text: string, delimiter: string): string[][] | undefined {
  try {
    return parseAll(text, { ...LOOSE, delimiter, to: 20 })
  } catch {
    return undefined
  }
}

/** The rows of a file as it is read, one after another, the head first; a file of any length takes the memory of a row. */
export async function* rowsOf(bytes: Readable, { encoding, delimiter }: Format): AsyncGenerator<string[]> {
  const parser = parse({ ...LOOSE, delimiter })
  const decoder = new TextDecoder(encoding)
  const feed = async () => {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true })
      if (!parser.write(text)) await drained(parser)
      // It gives up over what is no table.
      if (parser.destroyed) return
    }
    parser.end(decoder.decode())
  }
  const fed = feed().catch((error: Error) => void parser.destroy(error))
  try {
    for await (const row of parser) if (isRow(row)) yield row.map(storable)
  } finally {
    bytes.destroy()
    parser.destroy()
    await fed
  }
}

/** The row, the head being 1, that a table could not be read from on; undefined for another error. */
export const brokenRow = (error: unknown): number | undefined =>
  error instanceof CsvError ? Number(error['records']) + 1 : undefined

/** Waits until there is room, or for the end. */
const drained = (parser: Parser): Promise<void> =>
  new Promise(done => {
    const end = () => {
      parser.off('drain', end).off('close', end)
      done()
    }
    if (parser.destroyed) done()
    else parser.on('drain', end).on('close', end)
  })

const isRow = (row: unknown): row is string[] =>
  Array.isArray(row) && row.every(cell => typeof cell === 'string')

const storable = (cell: string): string => cell.replaceAll('\0', '').toWellFormed()
