import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Actor, ActorSession } from '../actor.ts'

/** The session of the actor; 401 for a token, which is nobody's. */
export function requireSession({ session }: Actor): ActorSession {
  if (!session) throw problem(signInErrors.notSignedIn)
  return session
}
