import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { enqueueJob } from '../job/index.ts'
import { teammateAsked } from './procedure.events.ts'
import { insertQuestion } from './question.sql.ts'
import type { Run } from './run.ts'
import type { AskTeammateStep } from './steps.ts'

/** Asks a teammate for what a run needs to go on. A job looks after it when nobody answers in time. */
export async function askTeammate(
  tx: Tx,
  actor: Actor,
  { run, step }: { run: Run; step: AskTeammateStep },
): Promise<void> {
  const { id: runId, conversation_id: conversationId } = run
  const expiresAt = actor.now + step.expires_in
  await insertQuestion(tx, actor, { runId, stepId: step.id, conversationId, expiresAt })
  await append(tx, actor, teammateAsked({ conversationId, runId, stepId: step.id }))
  await resumeLater(tx, actor, { runId, stepId: step.id, at: expiresAt })
}

/** Takes a run on that waits at a step, once there is an answer or the time is up. */
export async function resumeLater(
  tx: Tx,
  actor: Actor,
  { runId, stepId, at = 0 }: { runId: number; stepId: string; at?: number },
): Promise<void> {
  await enqueueJob(tx, actor, {
    kind: 'procedure_resume',
    resourceType: null,
    input: { run_id: runId, step_id: stepId },
    runAt: at,
  })
}
