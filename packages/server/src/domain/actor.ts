import type { Gates } from '@guichet/contract/change.ts'
import type { Version } from '@guichet/contract/version.ts'

/** The workspace a request is about, as far as every command needs it. */
export interface Workspace {
  /** The short code that is also the key of everything in it, such as `ecahpwf5`. */
  id: string
  name: string
  /** IANA name, such as `Europe/Paris`. */
  timezone: string
}

/** Who acts, in which workspace, when, and through what. A domain function's second argument. */
export interface Actor {
  workspace: Workspace
  /** The admin a token acts as. */
  adminId: number
  appId: number
  /** Permissions of the token; `all` for a token of the workspace's own. */
  scopes: ReadonlySet<string> | 'all'
  version: Version
  gates: Gates
  /** Whether the server keeps to limits of the original that it could do without; `docs/operations.md` lists them. */
  strict: boolean
  /** The moment of the request, in seconds since the epoch. */
  now: number
  /** Where the world reaches this server, such as `https://support.example.com`, for links in answers. */
  origin: string
  /** The caller's address, for the activity log. */
  ip: string | undefined
}
