import { SignedIn, TwoFactorRequired } from '../../models/me.ts'
import { family } from '../../operation.ts'
import { model, Type } from '../../schema.ts'

export const SignInRequest = model('sign_in_request', {
  email: Type.String(),
  password: Type.String(),
})

/** What comes before there is a session. */
export const signIn = family({
  withPassword: {
    method: 'POST',
    path: '/app/api/sessions',
    access: 'public',
    scope: 'use_app',
    summary: 'Sign in by e-mail and password',
    body: SignInRequest,
    answer: Type.Union([SignedIn, TwoFactorRequired]),
  },
})
