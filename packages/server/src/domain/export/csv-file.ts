import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { stringify } from 'csv-stringify/sync'

/** What a cell can hold; nothing is an empty cell. */
export type Cell = string | number | null

/**
 * A gzipped CSV file with a head, written as it is read: the next page of rows is asked for when the one before has left,
 * so that a file of any length takes the memory of a page.
 */
export function gzippedCsv(head: string[], pages: AsyncIterable<Cell[][]>): AsyncIterable<Uint8Array> {
  // Whoever reads the gzip hears of a failure: the pipeline destroys it with the error.
  return pipeline(Readable.from(textOf(head, pages), { highWaterMark: 1 }), createGzip(), () => {})
}

async function* textOf(head: string[], pages: AsyncIterable<Cell[][]>): AsyncIterable<string> {
  yield stringify([head])
  for await (const rows of pages) yield stringify(rows)
}
