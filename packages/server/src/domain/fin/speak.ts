import { randomBytes } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import { toHtml, toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { requireOperator } from '../admin/index.ts'
import { closeConversation, lockConversation, replyAsAdmin } from '../conversation/index.ts'
import { emit, type FinEvent, isoMs } from './fin-event.ts'
import { noteAiAgent, type Session, updateSession } from './session.sql.ts'

/** Fin says something, an answer of its own unless `isAnswer` is false. The conversation gets it, streams get it bit by bit. */
export async function say(
  tx: Tx,
  actor: Actor,
  session: Session,
  { html: words, isAnswer = true }: { html: string; isAnswer?: boolean },
): Promise<void> {
  const html = toHtml(words)
  const partId = await speakIn(tx, actor, session.conversation_id, { html, isAnswer })
  const stream_id = randomBytes(16).toString('hex')
  const message = {
    id: String(partId),
    author: 'fin' as const,
    body: html,
    timestamp_ms: isoMs(actor.now),
  }
  await emit(tx, actor, session, [
    ...chunksOf(toPlain(html), stream_id),
    { event_name: 'fin_replied', message, status: 'replying', stream_id },
  ])
}

/** Operator says something in a conversation, as the AI agent it is. Answers the part's id. */
export async function speakIn(
  tx: Tx,
  actor: Actor,
  conversationId: number,
  { html, isAnswer }: { html: string; isAnswer: boolean },
): Promise<number> {
  return replyAsAdmin(tx, actor, {
    conversation: await lockConversation(tx, actor, conversationId),
    admin: await requireOperator(tx, actor),
    messageType: 'comment',
    body: html,
    ai: { from_ai_agent: true, is_ai_answer: isAnswer },
  })
}

/** What a stream shows while an answer comes: each chunk is all of it so far, a sentence more than the last. */
function chunksOf(text: string, stream_id: string): FinEvent[] {
  const ends = [...text.matchAll(/[.!?](?=\s)|\n|$/g)].map(({ index }) => index + 1).slice(0, MOST_CHUNKS - 1)
  return [...new Set([...ends, text.length])]
    .map(end => text.slice(0, end).trimEnd())
    .filter((chunk, at, all) => chunk !== '' && chunk !== all[at - 1])
    .map((chunk_text, chunk_index) => ({
      ...{ event_name: 'fin_reply_chunk', stream_id, chunk_index, chunk_text, status: 'replying' },
    }))
}

const MOST_CHUNKS = 20

/** Fin has said what it had to say, and it is the user's turn. */
export async function awaitUser(tx: Tx, actor: Actor, session: Session): Promise<void> {
  await updateSession(tx, actor, session.id, { status: 'awaiting_user_reply' })
  await emit(tx, actor, session, [{ event_name: 'fin_status_updated', status: 'awaiting_user_reply' }])
}

/** The question is answered: the conversation closes, Fin is done, and asks how it was. */
export async function resolve(
  tx: Tx,
  actor: Actor,
  session: Session,
  how: 'assumed_resolution' | 'confirmed_resolution',
): Promise<void> {
  await noteAiAgent(tx, actor, session.conversation_id, { resolution_state: how })
  await emit(tx, actor, session, [{ event_name: 'fin_status_updated', status: 'resolved' }])
  await close(tx, actor, session.conversation_id)
  await complete(tx, actor, session, { asks: true })
}

/** Fin gives up: the conversation stays open for people, who are told why. */
export async function escalate(
  tx: Tx,
  actor: Actor,
  session: Session,
  { reason, state = 'escalated' }: { reason: string; state?: 'escalated' | 'procedure_handoff' },
): Promise<void> {
  await noteAiAgent(tx, actor, session.conversation_id, { resolution_state: state })
  await writeNote(tx, actor, session.conversation_id, `<p>Fin handed this conversation over. ${reason}.</p>`)
  await emit(tx, actor, session, [{ event_name: 'fin_status_updated', status: 'escalated', reason }])
  await complete(tx, actor, session, { asks: false })
}

/** Fin is done, and control is the caller's again. */
export async function complete(
  tx: Tx,
  actor: Actor,
  session: Session,
  { asks }: { asks: boolean },
): Promise<void> {
  const asksNow = asks && session.survey === 'open'
  await updateSession(tx, actor, session.id, {
    status: 'complete',
    ...(asksNow && { survey: 'requested', survey_requested_at: actor.now }),
  })
  await emit(tx, actor, session, [
    { event_name: 'fin_status_updated', status: 'complete' },
    ...(asksNow ? [{ event_name: 'csat_requested' as const, csat: { options: OPTIONS } }] : []),
  ])
}

const OPTIONS = [
  { key: 'terrible', emoji: '😠', label: 'Terrible' },
  { key: 'bad', emoji: '🙁', label: 'Bad' },
  { key: 'ok', emoji: '😐', label: 'OK' },
  { key: 'good', emoji: '😃', label: 'Great' },
  { key: 'amazing', emoji: '🤩', label: 'Amazing' },
]

/** Operator writes a note for teammates. */
export async function writeNote(tx: Tx, actor: Actor, conversationId: number, html: string): Promise<void> {
  await replyAsAdmin(tx, actor, {
    conversation: await lockConversation(tx, actor, conversationId),
    admin: await requireOperator(tx, actor),
    messageType: 'note',
    body: html,
  })
}

export async function close(tx: Tx, actor: Actor, conversationId: number): Promise<void> {
  const conversation = await lockConversation(tx, actor, conversationId)
  if (conversation.state === 'closed') return
  await closeConversation(tx, actor, { conversation, admin: await requireOperator(tx, actor) })
}
