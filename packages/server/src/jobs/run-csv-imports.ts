import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { runImports } from '../domain/csv-import/index.ts'
import type { Log } from '../log.ts'
import type { FileStore } from '../storage/file-store.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Reads the files of contacts and companies that are to be tried or taken in. */
export const runCsvImports = (of: { database: Database; clock: Clock; files: FileStore; log: Log }): Sweep =>
  everySecond(of.log, () => runImports({ ...of, now: seconds(of.clock) }))
