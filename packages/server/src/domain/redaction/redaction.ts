import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { RedactConversationRequest } from '@guichet/contract/operations/redactions.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import {
  type ConversationView,
  changeConversation,
  lockConversation,
  type Standing,
  viewConversation,
} from '../conversation/index.ts'
import { redactPart as redactPastPart, redactSource as redactPastSource } from '../history/index.ts'
import { eraseMailsOfPart } from '../mail-thread/index.ts'
import { mayRedact } from './redaction.policy.ts'
import {
  deleteTranslations,
  redactPartRow,
  redactSourceRow,
  selectPartToRedact,
  selectSourceToRedact,
} from './redaction.sql.ts'

type RedactRequest = Static<typeof RedactConversationRequest>

/**
 * Takes the words and files out of a part, or out of the first message where a contact wrote that; they are gone for good.
 * 404 where there is no such thing, 422 where there are no words or an admin's first message was meant.
 */
export async function redact(tx: Tx, actor: Actor, request: RedactRequest): Promise<ConversationView> {
  mayRedact(actor)
  const redactOne = KINDS.get(request.type)
  if (!redactOne) throw problem(errors.redactionTypeUnknown)
  const conversation = await lockConversation(
    tx,
    actor,
    request.conversation_id,
    errors.partOrMessageNotFound,
  )
  const redacted = await redactOne(tx, actor, conversation, request)
  if (redacted) await tell(tx, actor, conversation, redacted)
  return viewConversation(tx, actor, conversation.id, { parts: 'all' })
}

/** What was redacted, for those who are told; undefined for what had been before. */
type Redacted = { part_ids: string[]; part_id: string } | { source_id: string } | undefined

type RedactOne = (tx: Tx, actor: Actor, conversation: Standing, request: RedactRequest) => Promise<Redacted>

const redactPart: RedactOne = async (tx, actor, { id: conversationId }, { conversation_part_id }) => {
  if (conversation_part_id === undefined) throw missing('conversation_part_id')
  const part = await selectPartToRedact(tx, actor.workspace.id, {
    conversationId,
    partId: numericId(conversation_part_id) ?? 0,
  })
  if (!part) throw problem(errors.partOrMessageNotFound)
  if (part.redacted) return undefined
  if (!part.body) throw problem(errors.partNotRedactable)
  const redacted = { conversationId, partId: part.id, body: INSTEAD }
  await redactPartRow(tx, actor, redacted)
  await deleteTranslations(tx, actor.workspace.id, redacted)
  await redactPastPart(tx, actor.workspace.id, redacted)
  await eraseMailsOfPart(tx, actor.workspace.id, redacted)
  await changeConversation(tx, actor, { id: conversationId, changes: {} })
  return { part_ids: [String(part.id)], part_id: String(part.id) }
}

const redactSource: RedactOne = async (tx, actor, { id: conversationId }, { source_id }) => {
  if (source_id === undefined) throw missing('source_id')
  const source = await selectSourceToRedact(tx, actor.workspace.id, conversationId)
  if (source.source_id !== numericId(source_id)) throw problem(errors.partOrMessageNotFound)
  if (source.source_redacted) return undefined
  if (!CONTACTS.has(source.source_author_type ?? '')) throw problem(errors.partNotRedactable)
  await redactSourceRow(tx, actor, { conversationId, body: INSTEAD })
  await deleteTranslations(tx, actor.workspace.id, { conversationId, partId: THE_SOURCE })
  await redactPastSource(tx, actor.workspace.id, { conversationId, body: INSTEAD })
  await eraseMailsOfPart(tx, actor.workspace.id, { conversationId, partId: null })
  return { source_id: String(source.source_id) }
}

const KINDS = new Map<string, RedactOne>([
  ['conversation_part', redactPart],
  ['source', redactSource],
])

/** Under which the translations of a first message are kept. */
const THE_SOURCE = 0

const CONTACTS = new Set(['user', 'lead', 'contact'])

const INSTEAD = '<p><i>This message was deleted</i></p>'

async function tell(
  tx: Tx,
  actor: Actor,
  conversation: Standing,
  redacted: NonNullable<Redacted>,
): Promise<void> {
  const object = { type: 'conversation', id: String(conversation.id) }
  await append(tx, actor, { topic: 'conversation_part.redacted', object, payload: redacted })
  const { name } = await requireAdmin(tx, actor, undefined)
  const description = `${name} deleted a message of conversation ${conversation.id}`
  await logActivity(tx, actor, { type: 'conversation_part_deletion', description })
}
