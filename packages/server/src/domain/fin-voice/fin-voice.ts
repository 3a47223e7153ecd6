import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { FinVoiceCall } from '@guichet/contract/models/fin-voice-call.ts'
import type { RegisterFinVoiceCallRequest } from '@guichet/contract/operations/fin-voice.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { unlessTaken } from '../../db/savepoint.ts'
import type { Actor } from '../actor.ts'
import { transcriptOf } from '../call/index.ts'
import { requireConversation } from '../conversation/index.ts'
import { permission } from '../permission.ts'
import {
  insertVoiceCall,
  selectByExternalId,
  selectById,
  selectByPhone,
  selectOfConversation,
  selectUnmatchedCall,
  type VoiceRow,
} from './fin-voice.sql.ts'

type VoiceView = Static<typeof FinVoiceCall>

const mayRead = permission('read_conversations')
const mayWrite = permission('write_conversations')

const LONGEST_ID = 255
/** How old a call may be that is announced, in seconds. */
const LATE = 3600

/** Announces a call to Fin and matches it with the call of that number, if that is there already. 409 for one known. */
export async function registerVoiceCall(
  tx: Tx,
  actor: Actor,
  { phone_number, call_id, source, data }: Static<typeof RegisterFinVoiceCallRequest>,
): Promise<VoiceView> {
  mayWrite(actor)
  const external_call_id = readId('call_id', call_id)
  const phone = plainPhone(readId('phone_number', phone_number))
  const call = await selectUnmatchedCall(tx, actor.workspace.id, { phone, since: actor.now - LATE })
  const made = await unlessTaken(tx, () =>
    insertVoiceCall(tx, actor, {
      ...{ user_phone_number: phone, external_call_id, source: source ?? 'aws_connect' },
      ...{ data: data ?? null, call_id: call?.id ?? null },
    }),
  )
  if (!made) throw problem(errors.finVoiceCallExists)
  return required(await selectById(tx, actor.workspace.id, made.id))
}

/** One announced call by its id. */
export async function findVoiceCall(tx: Tx, actor: Actor, id: string): Promise<VoiceView> {
  mayRead(actor)
  return required(await selectById(tx, actor.workspace.id, numericId(id) ?? 0))
}

/** One announced call by the id it has where it comes from. */
export async function findVoiceCallByExternalId(tx: Tx, actor: Actor, id: string): Promise<VoiceView> {
  mayRead(actor)
  return required(await selectByExternalId(tx, actor.workspace.id, id))
}

/** The call of a number that was announced last. */
export async function findVoiceCallByPhone(tx: Tx, actor: Actor, phone: string): Promise<VoiceView> {
  mayRead(actor)
  return required(await selectByPhone(tx, actor.workspace.id, plainPhone(phone)))
}

/** The announced calls of a conversation, the latest first; 404 for no such conversation. */
export async function findVoiceCallsOf(tx: Tx, actor: Actor, conversationId: string): Promise<VoiceView[]> {
  mayRead(actor)
  const { id } = await requireConversation(tx, actor, conversationId)
  return (await selectOfConversation(tx, actor.workspace.id, id)).map(view)
}

function readId(field: string, given: string): string {
  const text = given.trim()
  if (text === '') throw missing(field)
  if (text.length > LONGEST_ID) throw invalid(`${field} must have at most ${LONGEST_ID} characters`, field)
  return text
}

const plainPhone = (phone: string): string => phone.replace(/[\s().\-/]/g, '')

function required(row: VoiceRow | undefined): VoiceView {
  if (!row) throw problem(errors.notFound)
  return view(row)
}

const view = (row: VoiceRow): VoiceView => ({
  id: row.id,
  app_id: row.app_id,
  user_phone_number: row.user_phone_number,
  status: row.status,
  intercom_call_id: row.call_id === null ? null : String(row.call_id),
  external_call_id: row.external_call_id,
  intercom_conversation_id: row.conversation_id === null ? null : String(row.conversation_id),
  call_transcript: (transcriptOf(row.transcript) ?? []).map(line => ({ ...line })),
  call_summary: row.call_summary ?? '',
  intent: Array.isArray(row.intent) ? row.intent : [],
})
