import { PhoneCallRedirect } from '../models/phone-call-redirect.ts'
import { family } from '../operation.ts'
import { Dictionary, model, optional, Type } from '../schema.ts'

export const CreatePhoneSwitchRequest = model('create_phone_switch_request', {
  phone: Type.String(),
  custom_attributes: optional(Dictionary()),
})

export const phoneCallRedirects = family({
  create: {
    method: 'POST',
    path: '/phone_call_redirects',
    scope: 'write_phone_call_redirects',
    summary: 'Send a caller to the Messenger',
    body: CreatePhoneSwitchRequest,
    answer: PhoneCallRedirect,
  },
})
