import type { Database } from '../../db/database.ts'
import { listWorkspaces, nowIn } from '../workspace/index.ts'
import { deleteKeys } from './keyed-request.sql.ts'

/** How long an answer is kept for repetitions of its request, in seconds. */
const KEPT = 86_400

/** Forgets the answers that were kept for long enough by the clocks of their workspaces, in one or in every one. */
export async function forgetKeys(database: Database, now: number, workspaceId?: string): Promise<void> {
  const workspaces = workspaceId === undefined ? await listWorkspaces(database.read) : [{ id: workspaceId }]
  for (const { id } of workspaces)
    await database.transaction(async tx => deleteKeys(tx, id, (await nowIn(tx, id, now)) - KEPT))
}
