import type { Readable } from 'node:stream'
import { type Info, parse } from 'csv-parse'
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

/** How a file is written: by its mark, else UTF-8 where all of it is, else as old programs for tables write. */
export function formatOf(bytes: Uint8Array): Format {
  const encoding = encodingOf(bytes)
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE))
  const whole = bytes.length <= SAMPLE ? sample : sample.slice(0, sample.lastIndexOf('\n') + 1) || sample
  return { encoding, delimiter: delimiterOf(whole) }
}

function encodingOf(bytes: Uint8Array): Format['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The one that gives the most columns to most rows. */
function delimiterOf(text: string): string {
  const scores = DELIMITERS.map(delimiter => ({ delimiter, score: scoreOf(text, delimiter) }))
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

function scoreOf(text: string, delimiter: string): number {
  const rows = tryRows(text, delimiter)
  const columns = rows[0]?.length ?? 0
  return columns * rows.filter(row => row.length === columns).length
}

function tryRows(text: string, delimiter: string): string[][] {
  try {
    return parseAll(text, { ...LOOSE, delimiter, to: 20 })
  } catch {
    return []
  }
}

/** The rows of a file as it is read, one after another, the head first; a file of any length takes the memory of a row. */
export async function* rowsOf(bytes: Readable, { encoding, delimiter }: Format): AsyncGenerator<string[]> {
  const parser = parse({ ...LOOSE, delimiter })
  const decoder = new TextDecoder(encoding)
  const feed = async () => {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true })
      if (!parser.write(text)) await new Promise(done => parser.once('drain', done))
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

export type { Info }

const isRow = (row: unknown): row is string[] =>
  Array.isArray(row) && row.every(cell => typeof cell === 'string')

const storable = (cell: string): string => cell.replaceAll('\0', '').toWellFormed()
