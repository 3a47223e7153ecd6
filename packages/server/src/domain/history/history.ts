import { errors, problem } from '@guichet/contract/errors.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { selectKeptFrom, selectLimited, trimWorkspace, updateKeptDays } from './history.sql.ts'

const DAY = 86_400

/** 404 for a moment of which nothing is kept any more. */
export async function requireKept(tx: Tx, actor: Actor, moment: number): Promise<void> {
  if (moment < (await selectKeptFrom(tx, actor.workspace.id))) throw problem(errors.asOfNotKept)
}

/** For how many days a workspace keeps what was; null for ever. What is older goes with the next trimming, for good. */
export const keepFor = updateKeptDays

/** Forgets what each workspace, or one, keeps no longer. Returns in how many there was something to forget. */
export async function trimHistory(database: Database, now: number, workspaceId?: string): Promise<number> {
  const limited = await selectLimited(database.unguarded.read, now, workspaceId)
  for (const { id, now: then, days } of limited)
    await database.unguarded.transaction(tx => trimWorkspace(tx, id, then - days * DAY))
  return limited.length
}
