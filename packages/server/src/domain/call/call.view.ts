import type { Call, CallWithTranscript } from '@guichet/contract/models/call.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'
import type { CallRow } from './call.sql.ts'
import { transcriptOf } from './transcript.ts'

export type CallView = Static<typeof Call>

export function viewCall(actor: Actor, row: CallRow): CallView {
  const { initiated_at, answered_at, ended_at, hold_time } = row
  const duration = between(answered_at, ended_at)
  const path = (id: number, what: string) => `${actor.origin}/calls/${id}/${what}`
  const { fin_call_id: fin } = row
  return {
    type: 'call',
    id: String(row.id),
    conversation_id: row.conversation_id === null ? null : String(row.conversation_id),
    admin_id: row.admin_id === null ? null : String(row.admin_id),
    contact_id: row.contact_id,
    state: row.state,
    initiated_at,
    answered_at,
    ended_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
    recording_url: row.recording === null ? null : path(row.id, 'recording'),
    transcription_url: row.transcript === null ? null : path(row.id, 'transcript'),
    call_type: row.call_type,
    direction: row.direction,
    ended_reason: row.ended_reason,
    phone: row.phone,
    fin_recording_url: fin !== null && row.fin_recorded ? path(fin, 'recording') : null,
    fin_transcription_url: fin !== null && row.fin_transcribed ? path(fin, 'transcript') : null,
    duration,
    talk_time: duration === null ? null : Math.max(0, duration - (hold_time ?? 0)),
    queue_time: between(initiated_at, answered_at),
    hold_time,
  }
}

export const viewWithTranscript = (actor: Actor, row: CallRow): Static<typeof CallWithTranscript> => ({
  ...viewCall(actor, row),
  transcript: (transcriptOf(row.transcript) ?? []).map(line => ({ ...line })),
  transcript_status: row.transcript_status,
})

const between = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : Math.max(0, to - from)
