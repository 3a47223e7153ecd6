import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { ProcedureRef } from './procedure.ts'
import { askTeammate } from './question.ts'
import { insertRun, lockRun, lockRunOf, updateRun } from './run.sql.ts'
import { filledIn, readSteps, type Step } from './steps.ts'

export type RunState = 'running' | 'awaiting_user' | 'awaiting_teammate' | 'finished'

/** A procedure on its way through a conversation. */
export interface Run {
  id: number
  conversation_id: number
  /** The procedure's. */
  name: string
  state: RunState
  position: number
  steps: Step[]
  collected: Record<string, unknown>
}

/** How far a run came: what it wants said, as HTML or plain text, and why it stopped. */
export interface Progress {
  said: string[]
  stopped: Exclude<RunState, 'running'> | 'escalated'
}

/** Starts a procedure in a conversation; it does nothing before it is advanced. */
export async function startRun(
  tx: Tx,
  actor: Actor,
  { procedure, conversationId }: { procedure: ProcedureRef; conversationId: number },
): Promise<Run> {
  const { id: procedureId, name, steps } = procedure
  const id = await insertRun(tx, actor, { procedureId, conversationId, steps })
  return { id, conversation_id: conversationId, name, steps, state: 'running', position: 0, collected: {} }
}

/** A run, held until the transaction ends. */
export async function holdRun(tx: Tx, actor: Actor, id: number): Promise<Run | undefined> {
  return read(await lockRun(tx, actor.workspace.id, id))
}

/** The run that is under way in a conversation, held until the transaction ends. */
export async function holdRunOf(tx: Tx, actor: Actor, conversationId: number): Promise<Run | undefined> {
  return read(await lockRunOf(tx, actor.workspace.id, conversationId))
}

const read = (row: (Omit<Run, 'steps'> & { steps: unknown }) | undefined): Run | undefined =>
  row && { ...row, steps: readSteps(row.steps) }

/** Takes a run on until it has to wait or is done. `heard` is what the user says to it. */
export async function advance(
  tx: Tx,
  actor: Actor,
  { run, heard }: { run: Run; heard?: string },
): Promise<Progress> {
  const said: string[] = []
  let at = answered(run, heard)
  for (;;) {
    const step = at.steps[at.position]
    const stopped = await take(tx, actor, { run: at, step, said })
    if (stopped) {
      await updateRun(tx, actor, at, stopped === 'escalated' ? 'finished' : stopped)
      return { said, stopped }
    }
    at = { ...at, position: at.position + 1 }
  }
}

/** Ends a run where it is. */
export const abandon = (tx: Tx, actor: Actor, run: Run): Promise<void> =>
  updateRun(tx, actor, run, 'finished')

/** A run that waited goes on behind the step it waited at, with what it was told. */
function answered(run: Run, heard: string | undefined): Run {
  const step = run.steps[run.position]
  if (run.state === 'running' || !step) return run
  const learnt = step.kind === 'ask_user' && heard !== undefined ? { [step.identifier]: heard } : {}
  return { ...run, position: run.position + 1, collected: { ...run.collected, ...learnt } }
}

/** Takes one step; answers why to stop there, if it is to. */
async function take(
  tx: Tx,
  actor: Actor,
  { run, step, said }: { run: Run; step: Step | undefined; said: string[] },
): Promise<Progress['stopped'] | undefined> {
  if (!step) return 'finished'
  if (step.kind === 'escalate') return 'escalated'
  if (step.kind === 'say') {
    said.push(filledIn(step.body, run.collected))
    return undefined
  }
  if (step.kind === 'ask_user') {
    said.push(filledIn(step.question, run.collected))
    return 'awaiting_user'
  }
  await askTeammate(tx, actor, { run, step })
  return 'awaiting_teammate'
}
