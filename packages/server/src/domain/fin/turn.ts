import type { Tx } from '../../db/database.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { findContact } from '../contact/index.ts'
import { partsOf } from '../conversation/index.ts'
import { advance, holdRunOf, type Progress, resume } from '../procedure/index.ts'
import type { Answer, Answerer, Question } from './answerer.ts'
import { asMail } from './as-mail.ts'
import { isContent, wantsHuman } from './intent.ts'
import { lockSession, lockSessionOf, noteAiAgent, type Session, updateSession } from './session.sql.ts'
import { awaitUser, close, complete, escalate, resolve, say, speakIn, writeNote } from './speak.ts'

/** Fin's turn in a session: what it does with what it was told. Nothing where it is done meanwhile. */
export async function takeTurn(
  tx: Tx,
  actor: Actor,
  { sessionId, words, answerer }: { sessionId: number; words: string; answerer: Answerer },
): Promise<void> {
  const session = await lockSession(tx, actor.workspace.id, sessionId)
  if (!session || session.status === 'complete') return
  const run = await holdRunOf(tx, actor, session.conversation_id)
  if (run?.state === 'awaiting_teammate') return
  await updateSession(tx, actor, session.id, { status: 'replying' })
  if (run) return follow(tx, actor, session, await advance(tx, actor, { run, heard: words }))
  if (wantsHuman(words) && session.follow_up)
    return escalate(tx, actor, session, { reason: 'Escalation requested by user' })
  const question = await questionOf(tx, actor, session, words)
  if (isContent(words) && question.history.some(({ author }) => author === 'fin'))
    return resolve(tx, actor, session, 'confirmed_resolution')
  const answer = await answerer.answer(tx, actor, question)
  return answer ? giveAnswer(tx, actor, session, answer) : giveUp(tx, actor, session)
}

/** Takes a procedure on that waited for a teammate, in whatever conversation it runs. */
export async function resumeProcedure(
  tx: Tx,
  actor: Actor,
  waiting: { runId: number; stepId: string },
): Promise<void> {
  const resumed = await resume(tx, actor, waiting)
  if (!resumed) return
  const { run, progress } = resumed
  const session = await lockSessionOf(tx, actor.workspace.id, run.conversation_id)
  if (session) return follow(tx, actor, session, progress)
  return followIn(tx, actor, run.conversation_id, progress)
}

/** Does in a conversation that no other system has with Fin what a procedure asks for. */
export async function followIn(
  tx: Tx,
  actor: Actor,
  conversationId: number,
  { said, stopped }: Progress,
): Promise<void> {
  for (const html of said) await speakIn(tx, actor, conversationId, { html, isAnswer: false })
  if (stopped === 'finished') await close(tx, actor, conversationId)
  if (stopped === 'escalated') await writeNote(tx, actor, conversationId, HANDED_OVER)
}

const HANDED_OVER = '<p>The procedure handed this conversation over.</p>'

/** Does in a session what a procedure asks for. */
async function follow(tx: Tx, actor: Actor, session: Session, { said, stopped }: Progress): Promise<void> {
  for (const html of said)
    await say(tx, actor, session, { html: await dressed(tx, actor, session, html), isAnswer: false })
  if (stopped === 'awaiting_user') return awaitUser(tx, actor, session)
  if (stopped === 'finished') return resolve(tx, actor, session, 'assumed_resolution')
  if (stopped === 'escalated')
    return escalate(tx, actor, session, { reason: 'Escalation rule matched', state: 'procedure_handoff' })
}

async function giveAnswer(tx: Tx, actor: Actor, session: Session, answer: Answer): Promise<void> {
  await say(tx, actor, session, { html: await dressed(tx, actor, session, answer.html) })
  const { sources } = answer
  await noteAiAgent(tx, actor, session.conversation_id, {
    last_answer_type: 'ai_answer',
    content_sources: {
      ...{ type: 'content_source.list', total_count: sources.length, content_sources: sources },
    },
  })
  if (session.follow_up) return awaitUser(tx, actor, session)
  return resolve(tx, actor, session, 'assumed_resolution')
}

/** Without an answer Fin hands over, or says so where it may not. */
async function giveUp(tx: Tx, actor: Actor, session: Session): Promise<void> {
  if (session.follow_up)
    return escalate(tx, actor, session, { reason: 'Conversation finished without resolution' })
  await say(tx, actor, session, { html: await dressed(tx, actor, session, NO_ANSWER), isAnswer: false })
  await complete(tx, actor, session, { asks: false })
}

const NO_ANSWER = '<p>I could not find an answer to that.</p>'

/** Words as they are sent: in mails they are greeted and signed. */
async function dressed(tx: Tx, actor: Actor, session: Session, html: string): Promise<string> {
  if (!session.email_style) return html
  const contact = await findContact(tx, actor, session.contact_id)
  return asMail(html, { to: contact?.name ?? null, from: actor.workspace.name })
}

async function questionOf(tx: Tx, actor: Actor, session: Session, words: string): Promise<Question> {
  const id = session.conversation_id
  const parts = (await partsOf(tx, actor, [id], 'all')).get(id) ?? []
  const said = parts.filter(part => part.part_type === 'comment' && part.body !== null).slice(-MOST_HISTORY)
  const history = said.map(part => ({
    author: AUTHORS[part.author_type] ?? ('user' as const),
    words: toPlain(part.body ?? ''),
  }))
  return { words, contactId: session.contact_id, history }
}

const MOST_HISTORY = 20

const AUTHORS: Record<string, 'agent' | 'fin'> = { admin: 'agent', bot: 'fin' }
