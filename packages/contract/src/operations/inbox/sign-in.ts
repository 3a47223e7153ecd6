import { SignedIn, TwoFactorRequired } from '../../models/me.ts'
import { InvitationOffer, PasswordReset, Setup, SignInOptions } from '../../models/sign-in.ts'
import { family } from '../../operation.ts'
import { model, optional, Type } from '../../schema.ts'

const anybody = { access: 'public', scope: 'use_app' } as const
const entered = Type.Union([SignedIn, TwoFactorRequired])

export const SignInRequest = model('sign_in_request', { email: Type.String(), password: Type.String() })

export const TwoFactorRequest = model('two_factor_request', { challenge: Type.String(), code: Type.String() })

export const PasswordResetRequest = model('password_reset_request', { email: Type.String() })

export const NewPasswordRequest = model('new_password_request', { password: Type.String() })

export const AcceptInvitationRequest = model('accept_invitation_request', {
  name: optional(Type.String()),
  password: Type.String(),
})

export const SetupRequest = model('setup_request', {
  name: Type.String(),
  email: Type.String(),
  password: Type.String(),
  workspace_name: optional(Type.String()),
})

/** What comes before there is a session. */
export const signIn = family({
  options: {
    ...anybody,
    method: 'GET',
    path: '/app/api/sign_in_options',
    summary: 'How somebody of an address may sign in',
    query: model('sign_in_options_query', { email: optional(Type.String()) }),
    answer: SignInOptions,
  },
  withPassword: {
    ...anybody,
    method: 'POST',
    path: '/app/api/sessions',
    summary: 'Sign in by e-mail and password',
    body: SignInRequest,
    answer: entered,
  },
  withCode: {
    ...anybody,
    method: 'POST',
    path: '/app/api/sessions/two_factor',
    summary: 'Finish signing in with a code, or with a recovery code',
    body: TwoFactorRequest,
    answer: SignedIn,
  },
  requestReset: {
    ...anybody,
    method: 'POST',
    path: '/app/api/password_resets',
    summary: 'Have a link to set a new password mailed; answers the same for any address',
    body: PasswordResetRequest,
    status: 202,
  },
  findReset: {
    ...anybody,
    method: 'GET',
    path: '/app/api/password_resets/{token}',
    summary: 'Whose password a link sets',
    answer: PasswordReset,
  },
  reset: {
    ...anybody,
    method: 'PUT',
    path: '/app/api/password_resets/{token}',
    summary: 'Set a new password, once, and sign in; ends every other session',
    body: NewPasswordRequest,
    answer: entered,
  },
  findInvitation: {
    ...anybody,
    method: 'GET',
    path: '/app/api/invitations/{token}',
    summary: 'What a link invites to',
    answer: InvitationOffer,
  },
  acceptInvitation: {
    ...anybody,
    method: 'POST',
    path: '/app/api/invitations/{token}/accept',
    summary: 'Accept an invitation: with a new password, or the one the address has here',
    body: AcceptInvitationRequest,
    answer: entered,
  },
  findSetup: {
    ...anybody,
    method: 'GET',
    path: '/app/api/setup/{token}',
    summary: 'The workspace that the first link of a server leads to',
    answer: Setup,
  },
  setUp: {
    ...anybody,
    method: 'POST',
    path: '/app/api/setup/{token}',
    summary: 'Become the owner of the first workspace, and sign in',
    body: SetupRequest,
    answer: SignedIn,
  },
})
