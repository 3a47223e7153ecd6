import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { Run, RunState } from './run.ts'
import type { Step } from './steps.ts'

export async function insertRun(
  tx: Tx,
  actor: Actor,
  of: { procedureId: number; conversationId: number; steps: Step[] },
): Promise<number> {
  const { id } = await tx
    .insertInto('procedure_runs')
    .values({
      workspace_id: actor.workspace.id,
      procedure_id: of.procedureId,
      conversation_id: of.conversationId,
      steps: json(of.steps),
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const runs = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('procedure_runs')
    .innerJoin('procedures', join =>
      join
        .onRef('procedures.workspace_id', '=', 'procedure_runs.workspace_id')
        .onRef('procedures.id', '=', 'procedure_runs.procedure_id'),
    )
    .select(['procedure_runs.id', 'procedure_runs.conversation_id', 'procedure_runs.state'])
    .select(['procedure_runs.position', 'procedure_runs.steps', 'procedures.name'])
    .select(row => row.ref('procedure_runs.collected').$castTo<Record<string, unknown>>().as('collected'))
    .where('procedure_runs.workspace_id', '=', workspaceId)

export const selectRun = (tx: Tx, workspaceId: string, id: number) =>
  runs(tx, workspaceId).where('procedure_runs.id', '=', id).executeTakeFirst()

/** A run, held until the transaction ends. */
export const lockRun = (tx: Tx, workspaceId: string, id: number) =>
  runs(tx, workspaceId).where('procedure_runs.id', '=', id).forUpdate('procedure_runs').executeTakeFirst()

/** The run that is under way in a conversation, held until the transaction ends. */
export const lockRunOf = (tx: Tx, workspaceId: string, conversationId: number) =>
  runs(tx, workspaceId)
    .where('procedure_runs.conversation_id', '=', conversationId)
    .where('procedure_runs.state', '!=', 'finished')
    .orderBy('procedure_runs.id', 'desc')
    .limit(1)
    .forUpdate('procedure_runs')
    .executeTakeFirst()

export async function updateRun(
  tx: Tx,
  actor: Actor,
  { id, position, collected }: Run,
  state: RunState,
): Promise<void> {
  await tx
    .updateTable('procedure_runs')
    .set({ state, position, collected: json(collected), updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}
