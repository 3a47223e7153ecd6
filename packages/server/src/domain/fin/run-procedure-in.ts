import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { lockConversation } from '../conversation/index.ts'
import { advance, requireRunnable, startRun } from '../procedure/index.ts'
import { noteAiAgent } from './session.sql.ts'
import { followIn } from './turn.ts'

/** Runs a procedure in a conversation that is there already, and takes it as far as it goes by itself. */
export async function runProcedureIn(
  tx: Tx,
  actor: Actor,
  { procedureId, conversationId }: { procedureId: number; conversationId: number },
): Promise<void> {
  const procedure = await requireRunnable(tx, actor, String(procedureId))
  const { id } = await lockConversation(tx, actor, conversationId)
  await noteAiAgent(tx, actor, id, {})
  const run = await startRun(tx, actor, { procedure, conversationId: id })
  await followIn(tx, actor, id, await advance(tx, actor, { run }))
}
