import { model, optional, Type } from '../schema.ts'

export const PhoneCallRedirect = model('phone_call_redirect', {
  type: Type.Literal('phone_call_redirect'),
  url: Type.String(),
  /** Described, though the original was recorded without. */
  phone: optional(Type.String()),
})
