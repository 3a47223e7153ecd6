import { gunzipSync } from 'node:zlib'
import { runDueJobs } from '../../src/domain/job/index.ts'
import { worksWith } from '../../src/jobs/run-enqueued.ts'
import { nowhere } from '../../src/storage/nowhere.ts'
import type { Guichet, TestWorkspace } from './guichet.ts'

/** Does the jobs of a workspace that are due. */
export const runJobs = ({
  id,
  database,
  clock,
}: Pick<Guichet, 'id' | 'database' | 'clock'>): Promise<number> =>
  runDueJobs({
    ...{ database, now: clock.now(), within: id },
    works: worksWith(nowhere),
  })

/** A file as a client of the original asks for it. */
export const download = (
  { api }: Pick<TestWorkspace, 'api'>,
  path: string,
  accept = 'application/octet-stream',
): Promise<Response> =>
  fetch(path.startsWith('http') ? path : api.origin + path, {
    headers: { authorization: `Bearer ${api.token}`, 'intercom-version': api.version, accept },
  })

/** The rows of a gzipped file, by the names in its head. */
export const unpack = async (response: Response): Promise<Record<string, string>[]> =>
  parseCsv(gunzipSync(await response.arrayBuffer()).toString())

export function parseCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .split(LINE_END)
    .filter(line => line !== '')
    .map(line => [...`,${line}`.matchAll(CELL)].map(cellOf))
  return rows.map(row => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

/** The end of a line that is not inside quotes. */
const LINE_END = /\n(?=(?:[^"]*"[^"]*")*[^"]*$)/
const CELL = /,(?:"((?:[^"]|"")*)"|([^,]*))/g

const cellOf = ([, quoted, plain = '']: RegExpMatchArray): string => quoted?.replaceAll('""', '"') ?? plain
