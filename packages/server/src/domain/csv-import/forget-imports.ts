import type { Database } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { forgetRows, selectOld } from './csv-import.sql.ts'
import { UNDO_FOR } from './csv-import.ts'

/** Forgets files, and what they did, once they can be taken back no longer; what they came to stays. Returns how many. */
export async function forgetImports(of: {
  database: Database
  files: FileStore
  now: number
}): Promise<number> {
  const old = await selectOld(of.database.unguarded.read, of.now - UNDO_FOR)
  for (const file of old) {
    await of.database.transaction(tx => forgetRows(tx, file), of.now)
    await of.files.remove(file.file_key)
  }
  return old.length
}
