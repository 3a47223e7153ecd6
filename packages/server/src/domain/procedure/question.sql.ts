import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export async function insertQuestion(
  tx: Tx,
  actor: Actor,
  question: { runId: number; stepId: string; conversationId: number; expiresAt: number },
): Promise<void> {
  await tx
    .insertInto('procedure_questions')
    .values({
      workspace_id: actor.workspace.id,
      run_id: question.runId,
      step_id: question.stepId,
      conversation_id: question.conversationId,
      expires_at: question.expiresAt,
      created_at: actor.now,
    })
    .execute()
}

/** The latest question of a step in a conversation, held until the transaction ends. */
export const lockQuestion = (tx: Tx, workspaceId: string, conversationId: number, stepId: string) =>
  tx
    .selectFrom('procedure_questions')
    .select(['run_id', 'step_id', 'expires_at', 'answered_at'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('step_id', '=', stepId)
    .orderBy('run_id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

export async function markAnswered(
  tx: Tx,
  actor: Actor,
  { runId, stepId }: { runId: number; stepId: string },
): Promise<void> {
  await tx
    .updateTable('procedure_questions')
    .set({ answered_at: actor.now, answered_by: actor.adminId })
    .where('workspace_id', '=', actor.workspace.id)
    .where('run_id', '=', runId)
    .where('step_id', '=', stepId)
    .execute()
}

export const selectQuestion = (tx: Tx, workspaceId: string, runId: number, stepId: string) =>
  tx
    .selectFrom('procedure_questions')
    .select(['expires_at', 'answered_at'])
    .where('workspace_id', '=', workspaceId)
    .where('run_id', '=', runId)
    .where('step_id', '=', stepId)
    .executeTakeFirst()

/** Whether people answer the questions of procedures through the API: they do unless that was switched off. */
export async function arePeopleAsked(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('fin_settings')
    .select('people_answer_procedures')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return row?.people_answer_procedures ?? true
}
