import { FinVoiceCall } from '../models/fin-voice-call.ts'
import { family } from '../operation.ts'
import { Dictionary, IdInput, model, nullable, oneOf, optional, Type } from '../schema.ts'

export const RegisterFinVoiceCallRequest = model('register_fin_voice_call_request', {
  phone_number: Type.String(),
  call_id: IdInput(),
  source: optional(oneOf('five9', 'zoom_phone', 'aws_connect')),
  data: optional(nullable(Dictionary())),
})

export const finVoice = family({
  register: {
    method: 'POST',
    path: '/fin_voice/register',
    since: '2.15',
    scope: 'write_conversations',
    summary: 'Announce a call to Fin',
    body: RegisterFinVoiceCallRequest,
    answer: FinVoiceCall,
  },
  find: {
    method: 'GET',
    path: '/fin_voice/collect/{id}',
    since: '2.15',
    scope: 'read_conversations',
    summary: 'One call by id',
    answer: FinVoiceCall,
  },
  findByExternalId: {
    method: 'GET',
    path: '/fin_voice/external_id/{external_id}',
    since: '2.15',
    scope: 'read_conversations',
    summary: 'One call by external id',
    answer: FinVoiceCall,
  },
  findByConversation: {
    method: 'GET',
    path: '/fin_voice/conversation/{conversation_id}',
    since: '2.15',
    scope: 'read_conversations',
    summary: 'Calls of a conversation',
    answer: Type.Array(FinVoiceCall),
  },
  findByPhoneNumber: {
    method: 'GET',
    path: '/fin_voice/phone_number/{phone_number}',
    since: '2.15',
    scope: 'read_conversations',
    summary: 'Latest call of a phone number',
    answer: FinVoiceCall,
  },
})
