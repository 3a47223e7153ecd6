import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { FinAgentEscalation } from '@guichet/contract/models/fin-agent.ts'
import type { EscalateFinRequest } from '@guichet/contract/operations/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { fromPlain, toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { type ContactRef, requireContact } from '../contact/index.ts'
import { lockConversation, partsOf, startConversation, viewConversation } from '../conversation/index.ts'
import { abandon, holdRunOf } from '../procedure/index.ts'
import { streamUrl } from './answer-view.ts'
import { mayTalkToFin } from './fin.policy.ts'
import { emit } from './fin-event.ts'
import { lockSessionNamed, noteAiAgent, type Session } from './session.sql.ts'
import { type FinUser, keepUser } from './session.ts'
import { complete, writeNote } from './speak.ts'

type Request = Static<typeof EscalateFinRequest>
type Escalation = Static<typeof FinAgentEscalation>

/**
 * Brings a person in: a conversation of its own opens for the team, with what Fin's conversation was about where there was
 * one. 400 unless just one of a conversation and a user is named, and for a conversation Fin does not know.
 */
export async function escalateFin(tx: Tx, actor: Actor, request: Request): Promise<Escalation> {
  mayTalkToFin(actor)
  const { conversation_id: id, user, message, context } = request
  for (const [name, text] of Object.entries({ message, context }))
    if ((text ?? '').length > LONGEST) throw invalid(`${name} may have at most ${LONGEST} characters`, name)
  if (id !== undefined && user === undefined) return escalateSession(tx, actor, id, context)
  if (id === undefined && user !== undefined) return escalateUser(tx, actor, { user, message, context })
  throw problem(errors.finNobodyToEscalate)
}

const LONGEST = 10_000

async function escalateSession(
  tx: Tx,
  actor: Actor,
  externalId: string,
  context: string | undefined,
): Promise<Escalation> {
  const session = await lockSessionNamed(tx, actor.workspace.id, externalId)
  if (!session) throw problem(errors.finSessionNotFound)
  // Whoever takes part now: contacts are merged.
  const { contact_ids: ids } = await lockConversation(tx, actor, session.conversation_id)
  const contact = await requireContact(tx, actor, ids[0] ?? session.contact_id)
  const url = await streamUrl(tx, actor, session, { rewinds: true })
  const summary = await summaryOf(tx, actor, session)
  const run = await holdRunOf(tx, actor, session.conversation_id)
  if (run) await abandon(tx, actor, run)
  await openForTeam(tx, actor, { contact, notes: [summary, context] })
  await noteAiAgent(tx, actor, session.conversation_id, { resolution_state: 'escalated' })
  const reason = 'Escalation requested by user'
  await emit(tx, actor, session, [{ event_name: 'fin_status_updated', status: 'escalated', reason }])
  await complete(tx, actor, session, { asks: false })
  return { conversation_id: session.external_id, status: 'escalated', sse_subscription_url: url }
}

async function escalateUser(
  tx: Tx,
  actor: Actor,
  { user, message, context }: { user: FinUser; message: string | undefined; context: string | undefined },
): Promise<Escalation> {
  const { contact } = await keepUser(tx, actor, user)
  const id = await openForTeam(tx, actor, { contact, message, notes: [context] })
  return { intercom_conversation_id: String(id), status: 'escalated' }
}

async function openForTeam(
  tx: Tx,
  actor: Actor,
  of: { contact: ContactRef; message?: string | undefined; notes: (string | undefined)[] },
): Promise<number> {
  const { contact, message, notes } = of
  const body = fromPlain(message?.trim() || 'Requesting human support')
  const { id } = await startConversation(tx, actor, { contact, body })
  for (const note of notes) if (note?.trim()) await writeNote(tx, actor, id, fromPlain(note))
  return id
}

/** The last words of a conversation, for whoever takes over. */
async function summaryOf(tx: Tx, actor: Actor, session: Session): Promise<string> {
  const id = session.conversation_id
  const { source } = await viewConversation(tx, actor, id, { parts: 'none' })
  const parts = (await partsOf(tx, actor, [id], 'all')).get(id) ?? []
  const said = parts.filter(part => part.body !== null && part.part_type !== 'note')
  const lines = [
    lineOf(source.author.type, source.body),
    ...said.map(part => lineOf(part.author_type, part.body)),
  ]
  return [
    `From the conversation ${session.external_id} with Fin:`,
    ...lines.filter(Boolean).slice(-MOST_LINES),
  ].join('\n')
}

const MOST_LINES = 20

function lineOf(author: string, body: string | null): string {
  const words = toPlain(body ?? '')
    .replaceAll('\n', ' ')
    .slice(0, 500)
  return words && `${author === 'bot' ? 'Fin' : author === 'admin' ? 'Agent' : 'User'}: ${words}`
}
