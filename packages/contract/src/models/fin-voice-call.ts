import { Dictionary, model, nullable, Type } from '../schema.ts'

export const FinVoiceCall = model('fin_voice_call', {
  id: Type.Integer(),
  app_id: Type.Integer(),
  user_phone_number: Type.String(),
  status: Type.String(),
  intercom_call_id: nullable(Type.String()),
  external_call_id: Type.String(),
  intercom_conversation_id: nullable(Type.String()),
  call_transcript: Type.Array(Dictionary()),
  call_summary: nullable(Type.String()),
  intent: Type.Array(Dictionary()),
})
