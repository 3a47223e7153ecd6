import { model, nullable, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const EmailSetting = model('email_setting', {
  type: Type.Literal('email_setting'),
  id: Type.String(),
  email: Type.String(),
  verified: Type.Boolean(),
  domain: Type.String(),
  brand_id: nullable(Type.String()),
  forwarding_enabled: Type.Boolean(),
  forwarded_email_last_received_at: nullable(Timestamp()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const EmailSettingList = listOf('email_list', EmailSetting)
