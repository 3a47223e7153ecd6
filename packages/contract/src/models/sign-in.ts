import { model, nullable, Timestamp, Type } from '../schema.ts'
import { RoleName } from './me.ts'

/** A workspace that people may sign in to elsewhere. */
const SsoOption = Type.Object({
  workspace_id: Type.String(),
  workspace_name: Type.String(),
  /** Where a browser goes, such as `/app/sso/ecahpwf5/start`. */
  url: Type.String(),
})

export const SignInOptions = model('sign_in_options', {
  type: Type.Literal('sign_in_options'),
  sso: Type.Array(SsoOption),
})

export const PasswordReset = model('password_reset', {
  type: Type.Literal('password_reset'),
  email: Type.String(),
  expires_at: Timestamp(),
})

export const InvitationOffer = model('invitation_offer', {
  type: Type.Literal('invitation_offer'),
  email: Type.String(),
  role: RoleName(),
  workspace_name: Type.String(),
  invited_by: Type.String(),
  /** Whether the address has an account here already, whose password is asked for. */
  has_account: Type.Boolean(),
  sso_url: nullable(Type.String()),
  expires_at: Timestamp(),
})

export const Setup = model('setup', {
  type: Type.Literal('setup'),
  workspace_id: Type.String(),
  workspace_name: Type.String(),
  /** What the owner is called so far. */
  name: Type.String(),
  email: Type.String(),
})

export const TwoFactor = model('two_factor', {
  type: Type.Literal('two_factor'),
  enabled: Type.Boolean(),
  required: Type.Boolean(),
  recovery_codes_left: Type.Integer(),
})

export const TwoFactorSecret = model('two_factor_secret', {
  type: Type.Literal('two_factor_secret'),
  secret: Type.String(),
  uri: Type.String(),
  /** The URI as a picture to point a phone at. */
  qr_svg: Type.String(),
})

export const RecoveryCodes = model('recovery_codes', {
  type: Type.Literal('recovery_codes'),
  recovery_codes: Type.Array(Type.String()),
})
