import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { append, type Happening } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { insertCall, matchAnnouncement } from './call.sql.ts'
import type { TranscriptLine } from './transcript.ts'

/** A call as a telephone exchange tells of it. Times are in seconds since the epoch. */
export interface CallInput {
  direction: 'inbound' | 'outbound'
  phone: string
  conversationId?: number
  adminId?: number
  contactId?: string
  state?: string
  callType?: string
  endedReason?: string
  initiatedAt: number
  answeredAt?: number
  endedAt?: number
  holdTime?: number
  /** A path on this server, such as that of a kept file, or an address elsewhere. */
  recording?: string
  transcript?: TranscriptLine[]
  /** The part of it that Fin took. */
  finCallId?: number
}

/** How long before a call it may have been announced to Fin. */
const ANNOUNCED_BEFORE = 3600

/** Keeps a call, which no call of the API does, and announces what there is of it; answers its id. */
export async function recordCall(tx: Tx, actor: Actor, input: CallInput): Promise<number> {
  const { id } = await insertCall(tx, actor, {
    conversation_id: input.conversationId ?? null,
    admin_id: input.adminId ?? null,
    contact_id: input.contactId ?? null,
    state: input.state ?? (input.endedAt === undefined ? 'in_progress' : 'completed'),
    call_type: input.callType ?? 'phone',
    direction: input.direction,
    ended_reason: input.endedReason ?? null,
    phone: input.phone,
    initiated_at: input.initiatedAt,
    answered_at: input.answeredAt ?? null,
    ended_at: input.endedAt ?? null,
    hold_time: input.holdTime ?? null,
    recording: input.recording ?? null,
    transcript: input.transcript ? json(input.transcript) : null,
    transcript_status: input.transcript ? 'completed' : null,
    fin_call_id: input.finCallId ?? null,
    created_at: input.initiatedAt,
  })
  const since = input.initiatedAt - ANNOUNCED_BEFORE
  await matchAnnouncement(tx, actor, { callId: id, phone: input.phone, since })
  await append(tx, actor, ...happenings(String(id), input))
  return id
}

function happenings(id: string, { endedAt, recording, transcript }: CallInput): Happening[] {
  const object = { type: 'call', id }
  return [
    { topic: 'call.started', object },
    ...(endedAt === undefined ? [] : [{ topic: 'call.ended' as const, object }]),
    ...(recording === undefined ? [] : [{ topic: 'call.recording_available' as const, object }]),
    ...(transcript === undefined ? [] : [{ topic: 'call.transcription_available' as const, object }]),
  ]
}
