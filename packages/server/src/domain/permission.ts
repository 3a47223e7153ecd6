import { problem } from '@guichet/contract/errors.ts'
import type { Actor } from './actor.ts'

/** Refuses the actor unless they hold a permission. Policies are made of these. */
export type Policy = (actor: Actor) => void

/** The policy that asks for one permission, by the name its scope has for tokens. */
export function permission(scope: string): Policy {
  return actor => {
    if (actor.scopes !== 'all' && !actor.scopes.has(scope)) {
      throw problem({ status: 403, code: 'forbidden', message: textFor(actor, scope) })
    }
  }
}

const textFor = ({ session }: Actor, scope: string) =>
  session
    ? `Your role does not permit this (${scope})`
    : `You do not have the required scope (${scope}) to access this resource`
