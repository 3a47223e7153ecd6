import { Dictionary, model, nullable, since, Type } from '../schema.ts'
import { listOf, pageOf } from './list.ts'

/** A phone call; its times are epoch seconds or ISO texts. */
export const Call = model('call', {
  type: Type.Literal('call'),
  id: Type.String(),
  conversation_id: nullable(Type.String()),
  admin_id: nullable(Type.String()),
  contact_id: nullable(Type.String()),
  state: Type.String(),
  initiated_at: nullable(Type.Union([Type.String(), Type.Integer()])),
  answered_at: nullable(Type.Union([Type.String(), Type.Integer()])),
  ended_at: nullable(Type.Union([Type.String(), Type.Integer()])),
  created_at: nullable(Type.Union([Type.String(), Type.Integer()])),
  updated_at: nullable(Type.Union([Type.String(), Type.Integer()])),
  recording_url: nullable(Type.String()),
  transcription_url: nullable(Type.String()),
  call_type: Type.String(),
  direction: Type.String(),
  ended_reason: nullable(Type.String()),
  phone: nullable(Type.String()),
  fin_recording_url: nullable(Type.String()),
  fin_transcription_url: nullable(Type.String()),
  duration: since('Preview', nullable(Type.Integer())),
  talk_time: since('Preview', nullable(Type.Integer())),
  queue_time: since('Preview', nullable(Type.Integer())),
  hold_time: since('Preview', nullable(Type.Integer())),
})

export const CallList = pageOf('call_list', Call)

export const CallWithTranscript = model('call_with_transcript', {
  ...Call.properties,
  transcript: Type.Array(Dictionary()),
  transcript_status: nullable(Type.String()),
})

export const CallTranscriptList = listOf('call_transcript_list', CallWithTranscript)
