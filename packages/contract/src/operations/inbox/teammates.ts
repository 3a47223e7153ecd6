import { RoleName } from '../../models/me.ts'
import {
  Invitation,
  InvitationList,
  RoleList,
  SignInSettings,
  Teammate,
  TeammateList,
} from '../../models/teammate.ts'
import { family } from '../../operation.ts'
import { IdInput, IntegerInput, model, nullable, optional, Type } from '../../schema.ts'

const managing = { access: 'session', scope: 'manage_teammates' } as const
const securing = { access: 'session', scope: 'manage_security' } as const

export const UpdateTeammateRequest = model('update_teammate_request', {
  role: optional(RoleName()),
  has_inbox_seat: optional(Type.Boolean()),
  assignment_limit: optional(nullable(IntegerInput())),
})

export const RemoveTeammateRequest = model('remove_teammate_request', {
  /** Who takes over what is open: a teammate or a team; nobody when left out. */
  reassign_to: optional(nullable(IdInput())),
})

export const InviteRequest = model('invite_request', {
  email: Type.String(),
  role: RoleName(),
  has_inbox_seat: optional(Type.Boolean()),
})

export const SignInSettingsRequest = model('sign_in_settings_request', {
  two_factor_required: optional(Type.Boolean()),
  password_allowed: optional(Type.Boolean()),
  sso: optional(
    Type.Object({
      enabled: optional(Type.Boolean()),
      issuer: optional(nullable(Type.String())),
      client_id: optional(nullable(Type.String())),
      client_secret: optional(nullable(Type.String())),
      domains: optional(Type.Array(Type.String())),
    }),
  ),
})

/** The people of a workspace, for those who manage them. */
export const teammates = family({
  list: {
    access: 'session',
    scope: 'use_app',
    method: 'GET',
    path: '/app/api/teammates',
    summary: 'Everybody in the workspace, with their roles',
    answer: TeammateList,
  },
  update: {
    ...managing,
    method: 'PATCH',
    path: '/app/api/teammates/{id}',
    summary: 'Change the role or the seat of a teammate',
    body: UpdateTeammateRequest,
    answer: Teammate,
  },
  remove: {
    ...managing,
    method: 'DELETE',
    path: '/app/api/teammates/{id}',
    summary: 'Remove a teammate, and hand over what is theirs',
    body: RemoveTeammateRequest,
    status: 204,
  },
  roles: {
    access: 'session',
    scope: 'use_app',
    method: 'GET',
    path: '/app/api/roles',
    summary: 'The roles, and what each permits',
    answer: RoleList,
  },
  invitations: {
    ...managing,
    method: 'GET',
    path: '/app/api/invitations',
    summary: 'Invitations that nobody has accepted yet',
    answer: InvitationList,
  },
  invite: {
    ...managing,
    method: 'POST',
    path: '/app/api/invitations',
    summary: 'Invite somebody by mail; again for one who is invited already, with a new link',
    body: InviteRequest,
    status: 201,
    answer: Invitation,
  },
  withdraw: {
    ...managing,
    method: 'DELETE',
    path: '/app/api/invitations/{id}',
    summary: 'Withdraw an invitation',
    status: 204,
  },
  signInSettings: {
    ...securing,
    method: 'GET',
    path: '/app/api/sign_in_settings',
    summary: 'How teammates sign in',
    answer: SignInSettings,
  },
  updateSignInSettings: {
    ...securing,
    method: 'PUT',
    path: '/app/api/sign_in_settings',
    summary: 'Set how teammates sign in: what is left out stays',
    body: SignInSettingsRequest,
    answer: SignInSettings,
  },
})
