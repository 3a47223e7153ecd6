import type { Gates } from '@guichet/contract/change.ts'
import type { Role } from '@guichet/contract/roles.ts'
import type { Version } from '@guichet/contract/version.ts'

/** The workspace a request is about, as far as every command needs it. */
export interface Workspace {
  /** The short code that is also the key of everything in it, such as `ecahpwf5`. */
  id: string
  name: string
  /** IANA name, such as `Europe/Paris`. */
  timezone: string
  /** Set for one to try things in, which has a clock of its own. */
  sandbox?: boolean
}

/** Who acts, in which workspace, when, and through what. A domain function's second argument. */
export interface Actor {
  workspace: Workspace
  /** The admin a token acts as, or who is signed in. */
  adminId: number
  /** The app a token is of; our own pages act through the one that the workspace began with. */
  appId: number
  /** Permissions of the token or of the role; `all` for a token of the workspace's own. */
  scopes: ReadonlySet<string> | 'all'
  version: Version
  gates: Gates
  /** Whether the server keeps to limits of the original that it could do without; `docs/operations.md` lists them. */
  strict: boolean
  /** The moment of the request by the clock of the workspace, in seconds since the epoch. */
  now: number
  /** Where the world reaches this server, such as `https://support.example.com`, for links in answers. */
  origin: string
  /** The caller's address, for the activity log. */
  ip: string | undefined
  /** Of somebody who is signed in at our own pages; a token has none. */
  session?: ActorSession
  /** The customer who acts through a messenger; `adminId` is then the Operator, as which the server speaks to them. */
  contact?: ActorContact
}

export interface ActorContact {
  id: string
  sessionId: number
  /** Whether a secret of the workspace vouches for who they are. */
  verified: boolean
}

export interface ActorSession {
  id: number
  accountId: number
  role: Role
  /**
   * Good for this workspace alone, as one that the workspace's own identity provider vouched for: it is not the account's
   * owner who chose to trust that.
   */
  confined: boolean
  /** The moment by the world's clock: people do not live in the time of a sandbox. */
  now: number
}

/** Somebody who is not let in yet. */
export interface Guest {
  /** The moment of the request, in seconds since the epoch. */
  now: number
  origin: string
  ip: string | undefined
  userAgent: string | undefined
  /** What a client of OAuth names itself by in the `Authorization` header. */
  basic?: { client_id: string; client_secret: string } | undefined
  strict: boolean
}
