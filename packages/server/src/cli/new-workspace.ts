import type { Tx } from '../db/database.ts'
import { listWorkspaces } from '../domain/workspace/index.ts'
import { Complaint } from './complaint.ts'

/** Refuses an id that a workspace cannot have, or that one has already. */
export async function checkFree(tx: Tx, id: string): Promise<void> {
  if (!/^[a-z][a-z0-9]{3,15}$/.test(id)) {
    throw new Complaint(
      `"${id}" cannot be the id of a workspace: it takes 4 to 16 small letters and digits, a letter first.`,
    )
  }
  const known = await listWorkspaces(tx)
  if (known.some(workspace => workspace.id === id)) throw new Complaint(`Workspace ${id} exists already.`)
}
