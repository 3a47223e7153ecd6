export {
  findVoiceCall,
  findVoiceCallByExternalId,
  findVoiceCallByPhone,
  findVoiceCallsOf,
  registerVoiceCall,
} from './fin-voice.ts'
