import { RecoveryCodes, TwoFactor, TwoFactorSecret } from '../../models/sign-in.ts'
import { family } from '../../operation.ts'
import { model, Type } from '../../schema.ts'

const signedIn = { access: 'session', scope: 'use_app', beforeTwoFactor: true } as const

export const CodeRequest = model('code_request', { code: Type.String() })

/** The second factor of whoever is signed in. */
export const twoFactor = family({
  find: {
    ...signedIn,
    method: 'GET',
    path: '/app/api/two_factor',
    summary: 'Whether there is a second factor',
    answer: TwoFactor,
  },
  begin: {
    ...signedIn,
    method: 'POST',
    path: '/app/api/two_factor',
    summary: 'A new secret for an authenticator; it counts once a code confirmed it',
    answer: TwoFactorSecret,
  },
  confirm: {
    ...signedIn,
    method: 'PUT',
    path: '/app/api/two_factor',
    summary: 'Confirm the secret with a code, and get recovery codes, shown this once',
    body: CodeRequest,
    answer: RecoveryCodes,
  },
  renewCodes: {
    ...signedIn,
    method: 'POST',
    path: '/app/api/two_factor/recovery_codes',
    summary: 'New recovery codes; the old ones count no more',
    body: CodeRequest,
    answer: RecoveryCodes,
  },
  end: {
    ...signedIn,
    method: 'DELETE',
    path: '/app/api/two_factor',
    summary: 'Do without a second factor',
    body: CodeRequest,
    status: 204,
  },
})
