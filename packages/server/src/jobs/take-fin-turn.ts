import { Type } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import { type Answerer, resumeProcedure, takeTurn } from '../domain/fin/index.ts'
import type { Work } from '../domain/job/index.ts'

const turns = Compile(Type.Object({ session_id: Type.Integer(), words: Type.String() }))

/** Fin's turn, which a message gave it. */
export const takeFinTurn =
  (answerer: Answerer): Work =>
  async (tx, actor, request) => {
    if (!turns.Check(request)) throw new Error('the job of a turn does not say whose')
    await takeTurn(tx, actor, { sessionId: request.session_id, words: request.words, answerer })
    return null
  }

const waits = Compile(Type.Object({ run_id: Type.Integer(), step_id: Type.String() }))

/** Takes a procedure on that waited for a teammate. */
export const resumeWaiting: Work = async (tx, actor, request) => {
  if (!waits.Check(request)) throw new Error('the job of a procedure does not say which')
  await resumeProcedure(tx, actor, { runId: request.run_id, stepId: request.step_id })
  return null
}
