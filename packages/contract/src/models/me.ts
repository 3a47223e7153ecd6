import { ROLES } from '../roles.ts'
import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'

export const RoleName = () => oneOf(...ROLES)

/** A workspace somebody belongs to. */
export const OwnWorkspace = model('own_workspace', {
  id: Type.String(),
  name: Type.String(),
  role: RoleName(),
  current: Type.Boolean(),
})

/** Who is signed in, where, and what they may do there. */
export const Me = model('me', {
  type: Type.Literal('me'),
  account: Type.Object({
    id: Type.String(),
    email: Type.String(),
    name: Type.String(),
    has_password: Type.Boolean(),
    two_factor_enabled: Type.Boolean(),
  }),
  admin: Type.Object({
    id: Type.String(),
    name: Type.String(),
    email: Type.String(),
    job_title: nullable(Type.String()),
    avatar_url: nullable(Type.String()),
    has_inbox_seat: Type.Boolean(),
    away_mode_enabled: Type.Boolean(),
    away_mode_reassign: Type.Boolean(),
  }),
  workspace: Type.Object({
    id: Type.String(),
    name: Type.String(),
    timezone: Type.String(),
    /** Whether it is one to try things in. */
    sandbox: Type.Boolean(),
    created_at: Timestamp(),
  }),
  role: RoleName(),
  permissions: Type.Array(Type.String()),
  /** Every workspace the account belongs to, the current one among them. */
  workspaces: Type.Array(OwnWorkspace),
  /** The workspace asks for a second factor that is not set up: nothing else is let through until it is. */
  two_factor_setup_required: Type.Boolean(),
  session: Type.Object({ id: Type.String(), expires_at: Timestamp() }),
  /** How far the workspace's events have come: a stream behind this misses nothing of what is asked for afterwards. */
  sequence: Type.Integer(),
})

/** A place where somebody is signed in. */
export const Session = model('session', {
  type: Type.Literal('session'),
  id: Type.String(),
  current: Type.Boolean(),
  method: oneOf('password', 'sso', 'invitation', 'setup'),
  ip: nullable(Type.String()),
  user_agent: nullable(Type.String()),
  workspace_name: Type.String(),
  created_at: Timestamp(),
  last_seen_at: Timestamp(),
  expires_at: Timestamp(),
})

export const SessionList = model('session_list', {
  type: Type.Literal('list'),
  data: Type.Array(Session),
})

/** The end of signing in: the cookie is set, and `GET /app/api/me` tells the rest. */
export const SignedIn = model('signed_in', {
  type: Type.Literal('signed_in'),
  workspace_id: Type.String(),
})

/** Half of signing in: a code has to follow, with the challenge, before it expires. */
export const TwoFactorRequired = model('two_factor_required', {
  type: Type.Literal('two_factor_required'),
  challenge: Type.String(),
  expires_at: Timestamp(),
})
