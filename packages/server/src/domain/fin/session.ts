import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { StartFinRequest } from '@guichet/contract/operations/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { changeConversation } from '../conversation/index.ts'
import { acceptAttributes, type KeptContact, keepExternalContact } from '../external-contact/index.ts'
import { enqueueJob } from '../job/index.ts'
import { startWith } from './hear.ts'
import type { Message } from './message.ts'
import { insertSession, noteAiAgent, rememberMessage, type Session, updateSession } from './session.sql.ts'
import { ensureSettings } from './settings.sql.ts'

export type FinUser = Static<typeof StartFinRequest>['user']
export type Attributes = Record<string, unknown> | null | undefined

/** What begins a session. */
export interface Opening {
  externalId: string
  user: FinUser
  kept: KeptContact
  kind: Session['kind']
  /** What was said so far, the newest last. */
  messages: Message[]
  settings?: { follow_up_questions?: boolean | undefined; email?: boolean | undefined } | undefined
}

/** The contact a caller's user is; 400 for more than ten attributes. */
export function keepUser(tx: Tx, actor: Actor, user: FinUser): Promise<KeptContact> {
  const { id: external_id, name, email, attributes } = user
  if (external_id.trim() === '') throw problem(errors.finUserMissing)
  limitAttributes(attributes)
  return keepExternalContact(tx, actor, { role: 'user', external_id, name, email, attributes })
}

/** An external id as it is stored. */
export function readExternalId(id: string, unnamed = errors.finConversationIdMissing): string {
  if (id.trim() === '') throw problem(unnamed)
  if (id.length > 255) throw invalid('conversation_id may have at most 255 characters', 'conversation_id')
  return id
}

/** Begins a session with a conversation of its own behind it. 400 when its id has one already. */
export async function openSession(tx: Tx, actor: Actor, opening: Opening): Promise<Session> {
  const { externalId, user, kept, kind, messages, settings } = opening
  const { contact } = kept
  const conversationId = await startWith(tx, actor, { contact, messages })
  await noteAiAgent(tx, actor, conversationId, {})
  const { asks_for_rating } = await ensureSettings(tx, actor.workspace.id)
  const session = await insertSession(tx, actor, {
    ...{ external_id: externalId, external_user_id: user.id, contact_id: contact.id, kind },
    conversation_id: conversationId,
    follow_up: kind !== 'question' && (settings?.follow_up_questions ?? true),
    email_style: settings?.email ?? false,
    survey: asks_for_rating ? 'open' : 'none',
  })
  if (!session) throw problem(errors.finSessionExists)
  return session
}

/** Gives the conversation of a session its attributes; answers why some are left out. 400 for more than ten. */
export async function describeConversation(
  tx: Tx,
  actor: Actor,
  { conversation_id: id }: Session,
  attributes: Attributes,
): Promise<Record<string, string>> {
  limitAttributes(attributes)
  const of = { model: 'conversation', called: 'Conversation', values: attributes ?? {} } as const
  const { values, errors: failed } = await acceptAttributes(tx, actor, of)
  if (Object.keys(values).length > 0)
    await changeConversation(tx, actor, { id, changes: { custom_attributes: values } })
  return failed
}

function limitAttributes(attributes: Attributes): void {
  if (Object.keys(attributes ?? {}).length > MOST_ATTRIBUTES) throw problem(errors.finTooManyAttributes)
}

const MOST_ATTRIBUTES = 10

/** Whether a message was not there in the last five minutes; it is remembered. */
export async function isNew(tx: Tx, actor: Actor, { id }: Session, { digest }: Message): Promise<boolean> {
  if (digest === undefined) return true
  return rememberMessage(tx, actor, { sessionId: id, digest, since: actor.now - REPEATED_WITHIN })
}

const REPEATED_WITHIN = 300

/** Gives Fin the turn: what it does with the words is a job's business. */
export async function giveTurn(
  tx: Tx,
  actor: Actor,
  session: Session,
  words: string,
  changes: { follow_up?: boolean; email_style?: boolean } = {},
): Promise<Session> {
  await updateSession(tx, actor, session.id, { status: 'thinking', ...changes })
  await enqueueJob(tx, actor, {
    kind: 'fin_turn',
    resourceType: null,
    input: { session_id: session.id, words },
  })
  return { ...session, status: 'thinking', ...changes }
}
