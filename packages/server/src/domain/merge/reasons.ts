import { mergeNeedsDuplicates } from '@guichet/contract/changes/gates.ts'
import type { Actor } from '../actor.ts'

/** What decides whether two contacts may be merged. */
export interface Mergeable {
  id: string
  role: string
  email: string | null
  phone: string | null
  external_id: string | null
}

export interface Reason {
  code: 'invalid_merge_role_pair' | 'no_shared_identifier'
  message: string
}

/** Why a contact cannot be merged into another; nothing when it can. */
export function reasonsAgainst(
  actor: Actor,
  { from, into, skip }: { from: Mergeable; into: Mergeable; skip: boolean },
): Reason[] {
  if (from.role !== 'lead' || into.role !== 'user' || from.id === into.id)
    return [{ code: 'invalid_merge_role_pair', message: 'Only a lead can be merged, and only into a user.' }]
  if (skip || !actor.gates.has(mergeNeedsDuplicates) || shareIdentity(from, into)) return []
  return [
    {
      code: 'no_shared_identifier',
      message:
        'The contacts have no email, phone or external ID in common. Pass skip_duplicate_validation to merge them all the same.',
    },
  ]
}

const shareIdentity = (one: Mergeable, other: Mergeable): boolean =>
  same(one.email, other.email) || same(one.phone, other.phone) || same(one.external_id, other.external_id)

const same = (one: string | null, other: string | null): boolean => one !== null && one === other
