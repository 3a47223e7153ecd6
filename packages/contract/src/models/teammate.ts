import { model, nullable, Timestamp, Type } from '../schema.ts'
import { RoleName } from './me.ts'

export const Teammate = model('teammate', {
  type: Type.Literal('teammate'),
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  job_title: nullable(Type.String()),
  avatar_url: nullable(Type.String()),
  /** Null for one who only signs things, and cannot sign in. */
  role: nullable(RoleName()),
  has_inbox_seat: Type.Boolean(),
  /** How many open conversations they may have to be given another; null for what their teams say. */
  assignment_limit: nullable(Type.Integer()),
  /** Whether they have an account to sign in with. */
  has_account: Type.Boolean(),
  two_factor_enabled: Type.Boolean(),
  last_active_at: nullable(Timestamp()),
})

export const TeammateList = model('teammate_list', {
  type: Type.Literal('list'),
  data: Type.Array(Teammate),
})

export const RoleList = model('role_list', {
  type: Type.Literal('list'),
  data: Type.Array(
    Type.Object({ role: RoleName(), name: Type.String(), permissions: Type.Array(Type.String()) }),
  ),
})

export const Invitation = model('invitation', {
  type: Type.Literal('invitation'),
  id: Type.String(),
  email: Type.String(),
  role: RoleName(),
  has_inbox_seat: Type.Boolean(),
  invited_by: Type.String(),
  created_at: Timestamp(),
  expires_at: Timestamp(),
})

export const InvitationList = model('invitation_list', {
  type: Type.Literal('list'),
  data: Type.Array(Invitation),
})

export const SignInSettings = model('sign_in_settings', {
  type: Type.Literal('sign_in_settings'),
  two_factor_required: Type.Boolean(),
  password_allowed: Type.Boolean(),
  sso: Type.Object({
    enabled: Type.Boolean(),
    issuer: nullable(Type.String()),
    client_id: nullable(Type.String()),
    /** The secret itself is never told. */
    has_client_secret: Type.Boolean(),
    domains: Type.Array(Type.String()),
    /** What the identity provider has to allow. */
    redirect_uri: Type.String(),
  }),
})
