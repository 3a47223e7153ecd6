import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Actor } from '../actor.ts'

/** Refuses who may not make owners, or undo that. */
export function mayMakeOwners({ scopes }: Actor): void {
  if (scopes !== 'all' && !scopes.has('manage_owners')) throw problem(signInErrors.ownersOnly)
}
