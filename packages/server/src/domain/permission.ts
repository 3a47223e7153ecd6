import { problem } from '@guichet/contract/errors.ts'
import type { Actor } from './actor.ts'

/** Refuses the actor unless they hold a permission. Policies are made of these. */
export type Policy = (actor: Actor) => void

/** The policy that asks for one permission, by the name its scope has for tokens, or for another that will do. */
export function permission(scope: string, or?: string): Policy {
  return actor => {
    const { scopes } = actor
    if (scopes === 'all' || scopes.has(scope) || (or !== undefined && scopes.has(or))) return
    throw problem({ status: 403, code: 'forbidden', message: textFor(actor, scope) })
  }
}

const textFor = ({ session }: Actor, scope: string) =>
  session
    ? `Your role does not permit this (${scope})`
    : `You do not have the required scope (${scope}) to access this resource`
