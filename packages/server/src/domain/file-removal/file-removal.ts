import type { Database, Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { eachDue } from '../each-due.ts'
import { deleteRemoval, insertRemovals, selectRemovals } from './file-removal.sql.ts'

/** Has files removed from the store once this transaction is committed, and not otherwise. Only those of the workspace are. */
export const removeLater = (tx: Tx, workspaceId: string, keys: string[]): Promise<void> =>
  insertRemovals(
    tx,
    workspaceId,
    [...new Set(keys)].filter(key => key.startsWith(`${workspaceId}-`)),
  )

/** Removes the files that are to go. A file that is gone already is no fault. Returns how many were removed. */
export const removeFiles = ({ database, files }: { database: Database; files: FileStore }): Promise<number> =>
  eachDue(
    () => selectRemovals(database.unguarded.read),
    async due => {
      await files.remove(due.key)
      return database.transaction(tx => deleteRemoval(tx, due))
    },
  )
