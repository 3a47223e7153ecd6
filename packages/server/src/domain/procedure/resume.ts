import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { selectQuestion } from './question.sql.ts'
import { abandon, advance, holdRun, type Progress, type Run } from './run.ts'

export interface Resumed {
  run: Run
  progress: Progress
}

/**
 * Takes a run on that waits for a teammate: with the answer, or to a human when the time is up. Undefined when it does not
 * wait at that step, or still has time.
 */
export async function resume(
  tx: Tx,
  actor: Actor,
  { runId, stepId }: { runId: number; stepId: string },
): Promise<Resumed | undefined> {
  const run = await holdRun(tx, actor, runId)
  if (run?.state !== 'awaiting_teammate' || run.steps[run.position]?.id !== stepId) return undefined
  const question = await selectQuestion(tx, actor.workspace.id, runId, stepId)
  if (question && question.answered_at !== null) return { run, progress: await advance(tx, actor, { run }) }
  if (question && question.expires_at > actor.now) return undefined
  await abandon(tx, actor, run)
  return { run, progress: { said: [], stopped: 'escalated' } }
}
