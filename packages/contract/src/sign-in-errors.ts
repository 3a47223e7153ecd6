import { type Kind, kind } from './errors.ts'

/** What is refused on the way in, and at our own pages: the texts are ours. */
export const signInErrors = {
  notSignedIn: kind(401, 'unauthorized', 'Nobody is signed in, or no longer'),
  otherOrigin: kind(403, 'forbidden', 'The request comes from a page of another origin'),
  credentialsWrong: kind(401, 'credentials_invalid', 'The e-mail address or the password is wrong'),
  tooManyAttempts: kind(429, 'too_many_attempts', 'Too many attempts: wait a little'),
  nowhereToGo: kind(403, 'no_workspace', 'This account belongs to no workspace'),
  twoFactorSetupRequired: kind(
    403,
    'two_factor_setup_required',
    'This workspace asks for a second factor: set it up first',
  ),
  passwordWrong: kind(422, 'password_wrong', 'The current password is wrong'),
  passwordWeak: kind(422, 'password_weak', 'The password needs at least 10 characters'),
  passwordLong: kind(422, 'password_long', 'The password has more than 512 characters'),
  sessionNotFound: kind(404, 'session_not_found', 'Session not found'),
  workspaceNotFound: kind(404, 'workspace_not_found', 'Workspace not found'),
} as const satisfies Record<string, Kind>
