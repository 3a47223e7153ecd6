import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { dueImports, forgetImports, runImport } from '../domain/csv-import/index.ts'
import type { Log } from '../log.ts'
import type { FileStore } from '../storage/file-store.ts'
import { every, everySecond, type Sweep } from './sweep.ts'

/** How many files are read at the same time, so that a small one need not wait for a large one. */
const AT_ONCE = 3

/** Reads the files of contacts and companies that are to be tried, taken in or taken back. A server that goes leaves them after the rows at hand. */
export function runCsvImports(of: { database: Database; clock: Clock; files: FileStore; log: Log }): Sweep {
  const { database, files, log } = of
  const stop = new AbortController()
  const on = { database, files, now: () => seconds(of.clock), stopping: stop.signal }
  const underWay = new Set<Promise<unknown>>()
  const sweep = everySecond(log, async () => {
    if (underWay.size >= AT_ONCE) return
    for (const due of await dueImports(on, AT_ONCE - underWay.size)) {
      const run = runImport(on, due)
        .catch((error: unknown) => log.error({ err: error, import: due.id }, 'an import stopped'))
        .finally(() => underWay.delete(run))
      underWay.add(run)
    }
  })
  return {
    now: sweep.now,
    async stop() {
      stop.abort()
      await sweep.stop()
      await Promise.all(underWay)
    },
  }
}

const HOUR = 3_600_000

/** Forgets imports that can be taken back no longer. */
export const forgetCsvImports = (of: {
  database: Database
  clock: Clock
  files: FileStore
  log: Log
}): Sweep => every(HOUR, of.log, () => forgetImports({ ...of, now: seconds(of.clock) }))
