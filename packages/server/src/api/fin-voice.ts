import { finVoice } from '@guichet/contract/operations/fin-voice.ts'
import {
  findVoiceCall,
  findVoiceCallByExternalId,
  findVoiceCallByPhone,
  findVoiceCallsOf,
  registerVoiceCall,
} from '../domain/fin-voice/index.ts'
import { handlers } from './handlers.ts'

export const finVoiceRoutes = handlers(finVoice, {
  register: ({ tx, actor, body }) => registerVoiceCall(tx, actor, body),
  find: ({ tx, actor, params }) => findVoiceCall(tx, actor, params.id),
  findByExternalId: ({ tx, actor, params }) => findVoiceCallByExternalId(tx, actor, params.external_id),
  findByConversation: ({ tx, actor, params }) => findVoiceCallsOf(tx, actor, params.conversation_id),
  findByPhoneNumber: ({ tx, actor, params }) => findVoiceCallByPhone(tx, actor, params.phone_number),
})
