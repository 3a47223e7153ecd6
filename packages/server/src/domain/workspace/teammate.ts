import type { Tx } from '../../db/database.ts'
import { selectTeammate } from './workspace.sql.ts'

/** A teammate whom a token of the workspace's own may act as. */
export interface Teammate {
  workspaceId: string
  workspaceName: string
  adminId: number
  name: string
  email: string
  /** The app the workspace's own tokens belong to. */
  appId: number
}

/** The teammate of an e-mail address, or the first when none is given. */
export async function findTeammate(
  tx: Tx,
  workspaceId: string,
  email?: string,
): Promise<Teammate | undefined> {
  const row = await selectTeammate(tx, workspaceId, email)
  return (
    row && {
      workspaceId,
      workspaceName: row.name,
      adminId: row.id,
      name: row.admin_name,
      email: row.email,
      appId: row.app_id,
    }
  )
}

/** The first teammate: every workspace begins with one. */
export async function findOwner(tx: Tx, workspaceId: string): Promise<Teammate> {
  const owner = await findTeammate(tx, workspaceId)
  if (!owner) throw new Error(`Workspace ${workspaceId} has no teammate left`)
  return owner
}
