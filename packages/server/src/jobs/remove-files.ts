import type { Database } from '../db/database.ts'
import { removeFiles } from '../domain/file-removal/index.ts'
import type { Log } from '../log.ts'
import type { FileStore } from '../storage/file-store.ts'
import { everySecond, type Sweep } from './sweep.ts'

/** Removes files of those who were erased. */
export const removeErased = (of: { database: Database; files: FileStore; log: Log }): Sweep =>
  everySecond(of.log, () => removeFiles(of))
