import { errors, problem } from '@guichet/contract/errors.ts'
import type { AskFinRequest, StartFinRequest } from '@guichet/contract/operations/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { type FinAnswer, noErrors, viewAnswer } from './answer-view.ts'
import { mayTalkToFin } from './fin.policy.ts'
import { hear } from './hear.ts'
import { keepFiles, type Message, readHistory, readMessage } from './message.ts'
import { lockSessionNamed, type Session } from './session.sql.ts'
import { describeConversation, giveTurn, isNew, keepUser, openSession, readExternalId } from './session.ts'

type StartRequest = Static<typeof StartFinRequest>
type AskRequest = Static<typeof AskFinRequest>

interface Starting<Request> {
  request: Request
  files: FileStore
}

/**
 * Hands a conversation to Fin. The same request again within five minutes changes nothing; a conversation Fin is done
 * with it takes up again. 400 for one it still has.
 */
export function startFin(tx: Tx, actor: Actor, starting: Starting<StartRequest>): Promise<FinAnswer> {
  return begin(tx, actor, 'conversation', starting)
}

/** Asks Fin one question. 400 for a conversation it knows already. */
export function askFin(tx: Tx, actor: Actor, starting: Starting<AskRequest>): Promise<FinAnswer> {
  return begin(tx, actor, 'question', starting)
}

async function begin(
  tx: Tx,
  actor: Actor,
  kind: 'conversation' | 'question',
  { request, files }: Starting<StartRequest>,
): Promise<FinAnswer> {
  mayTalkToFin(actor)
  const unnamed = kind === 'question' ? errors.finExternalIdMissing : errors.finConversationIdMissing
  const externalId = readExternalId(request.conversation_id, unnamed)
  const history = readHistory(request.conversation_metadata?.history)
  const message = readMessage(request.message, await keepFiles(files, actor, request.attachments))
  const known = await lockSessionNamed(tx, actor.workspace.id, externalId)
  if (known) return goOn(tx, actor, { known, kind, message, request })
  const kept = await keepUser(tx, actor, request.user)
  const messages = [...history, message]
  const session = await openSession(tx, actor, {
    ...{ externalId, user: request.user, kept, kind, messages, settings: request.settings },
  })
  await isNew(tx, actor, session, message)
  const conversation = await describeConversation(
    tx,
    actor,
    session,
    request.conversation_metadata?.attributes,
  )
  return viewAnswer(tx, actor, {
    session: await giveTurn(tx, actor, session, message.words),
    errors: { user: kept.errors, conversation },
    rewinds: true,
  })
}

/** A start of what has started: a repetition, or Fin's second time in a conversation. */
async function goOn(
  tx: Tx,
  actor: Actor,
  of: { known: Session; kind: Session['kind']; message: Message; request: StartRequest },
): Promise<FinAnswer> {
  const { known, kind, message, request } = of
  const isAgain = known.kind === kind && known.external_user_id === request.user.id
  if (!isAgain) throw problem(errors.finSessionExists)
  if (!(await isNew(tx, actor, known, message)))
    return viewAnswer(tx, actor, { session: known, errors: noErrors, rewinds: true })
  if (kind === 'question' || known.status !== 'complete') throw problem(errors.finSessionExists)
  const kept = await keepUser(tx, actor, request.user)
  await hear(tx, actor, { conversationId: known.conversation_id, contact: kept.contact, message })
  const conversation = await describeConversation(tx, actor, known, request.conversation_metadata?.attributes)
  const session = await giveTurn(tx, actor, known, message.words)
  return viewAnswer(tx, actor, { session, errors: { user: kept.errors, conversation }, rewinds: true })
}
