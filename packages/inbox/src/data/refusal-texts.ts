import { type PlainKey, t } from '../text/t.ts'

/** The refusals that people meet at our own pages, in their own language. Others are told in the server's words. */
const TEXTS: Record<string, PlainKey> = {
  credentials_invalid: 'signIn.credentialsWrong',
  too_many_attempts: 'app.errorTooMany',
  no_workspace: 'signIn.nowhereToGo',
  two_factor_setup_required: 'signIn.twoFactorRequired',
  password_wrong: 'signIn.passwordWrong',
  password_weak: 'signIn.passwordWeak',
  password_long: 'signIn.passwordLong',
  password_not_allowed: 'signIn.passwordNotAllowed',
  code_invalid: 'signIn.codeWrong',
  link_invalid: 'signIn.linkInvalid',
  email_taken: 'signIn.emailTaken',
  sso_failed: 'signIn.ssoFailed',
  sso_unavailable: 'signIn.ssoFailed',
}

export const textForCode = (code: unknown): string | undefined => {
  const key = typeof code === 'string' ? TEXTS[code] : undefined
  return key && t(key)
}
