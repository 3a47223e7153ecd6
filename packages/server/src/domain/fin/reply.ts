import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { ReplyFinRequest } from '@guichet/contract/operations/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { type FinAnswer, noErrors, viewAnswer } from './answer-view.ts'
import { mayTalkToFin } from './fin.policy.ts'
import { hear } from './hear.ts'
import { keepFiles, readMessage } from './message.ts'
import { lockSessionNamed } from './session.sql.ts'
import { giveTurn, isNew, keepUser, readExternalId } from './session.ts'

type Request = Static<typeof ReplyFinRequest>

/** Tells Fin what was said next; one that was done takes the conversation up again. 400 for one that never began. */
export async function replyToFin(
  tx: Tx,
  actor: Actor,
  { request, files }: { request: Request; files: FileStore },
): Promise<FinAnswer> {
  mayTalkToFin(actor)
  const externalId = readExternalId(request.conversation_id)
  const message = readMessage(request.message, await keepFiles(files, actor, request.attachments))
  const session = await lockSessionNamed(tx, actor.workspace.id, externalId)
  if (!session) throw problem(errors.finSessionNotFound)
  if (session.external_user_id !== request.user.id)
    throw invalid('The user is not the one of this conversation', 'user.id')
  if (!(await isNew(tx, actor, session, message)))
    return viewAnswer(tx, actor, { session, errors: noErrors, rewinds: false })
  const { contact, errors: user } = await keepUser(tx, actor, request.user)
  await hear(tx, actor, { conversationId: session.conversation_id, contact, message })
  const { follow_up_questions: follow_up, email: email_style } = request.settings ?? {}
  const next = await giveTurn(tx, actor, session, message.words, {
    ...(follow_up !== undefined && session.kind !== 'question' && { follow_up }),
    ...(email_style !== undefined && { email_style }),
  })
  return viewAnswer(tx, actor, { session: next, errors: { user, conversation: {} }, rewinds: false })
}
