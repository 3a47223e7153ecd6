import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Actor, ActorSession } from '../actor.ts'

/** The workspace that a confined session has to do with alone; undefined for one that has to do with all. */
export const reachOf = ({ session, workspace }: Actor): string | undefined =>
  session?.confined ? workspace.id : undefined

/** Refuses a confined session what is about the whole account. */
export function requireOwnAccount(actor: Actor): ActorSession {
  const session = requireSession(actor)
  if (session.confined) throw problem(signInErrors.confined)
  return session
}

/** The session of the actor; 401 for a token, which is nobody's. */
export function requireSession({ session }: Actor): ActorSession {
  if (!session) throw problem(signInErrors.notSignedIn)
  return session
}
