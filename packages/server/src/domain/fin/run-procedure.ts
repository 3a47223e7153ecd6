import { errors, problem } from '@guichet/contract/errors.ts'
import type { RunProcedureRequest } from '@guichet/contract/operations/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { requireRunnable, startRun } from '../procedure/index.ts'
import { type FinAnswer, viewAnswer } from './answer-view.ts'
import { mayTalkToFin } from './fin.policy.ts'
import { readMessage } from './message.ts'
import { lockSessionNamed } from './session.sql.ts'
import { describeConversation, giveTurn, isNew, keepUser, openSession, readExternalId } from './session.ts'

type Request = Static<typeof RunProcedureRequest>

/** Runs a procedure in a conversation of its own. 400 for a procedure that cannot be run, or a conversation Fin knows. */
export async function runProcedure(
  tx: Tx,
  actor: Actor,
  { procedureId, request }: { procedureId: string; request: Request },
): Promise<FinAnswer> {
  mayTalkToFin(actor)
  const procedure = await requireRunnable(tx, actor, procedureId)
  const externalId = readExternalId(request.conversation_id)
  const message = request.message && readMessage(request.message)
  if (await lockSessionNamed(tx, actor.workspace.id, externalId)) throw problem(errors.finSessionExists)
  const kept = await keepUser(tx, actor, request.user)
  const session = await openSession(tx, actor, {
    ...{ externalId, user: request.user, kept, kind: 'procedure', messages: message ? [message] : [] },
    settings: request.settings,
  })
  if (message) await isNew(tx, actor, session, message)
  const conversation = await describeConversation(
    tx,
    actor,
    session,
    request.conversation_metadata?.attributes,
  )
  await startRun(tx, actor, { procedure, conversationId: session.conversation_id })
  const next = await giveTurn(tx, actor, session, message?.words ?? '')
  const answer = await viewAnswer(tx, actor, {
    session: next,
    errors: { user: kept.errors, conversation },
    rewinds: true,
  })
  return { ...answer, procedure_id: String(procedure.id) }
}
