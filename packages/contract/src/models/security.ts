import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'

/** A place where a teammate is signed in to the workspace. */
export const SignedInTeammate = model('signed_in_teammate', {
  type: Type.Literal('signed_in_teammate'),
  id: Type.String(),
  admin_id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  method: oneOf('password', 'sso', 'invitation', 'setup'),
  second_factor: Type.Boolean(),
  ip: nullable(Type.String()),
  user_agent: nullable(Type.String()),
  created_at: Timestamp(),
  last_seen_at: Timestamp(),
  /** Whether it is the session of whoever asks. */
  current: Type.Boolean(),
})

export const SignedInTeammateList = model('signed_in_teammate_list', {
  type: Type.Literal('list'),
  data: Type.Array(SignedInTeammate),
})

/** Whether the messenger takes the word of pages for who somebody is. */
export const IdentityVerification = model('identity_verification', {
  type: Type.Literal('identity_verification'),
  /** Whether an identity without proof is refused. */
  enforced: Type.Boolean(),
})
