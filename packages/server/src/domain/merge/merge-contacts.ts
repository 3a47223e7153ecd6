import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import {
  type ContactView,
  contactMerged,
  holdPerson,
  mayWriteContacts,
  type StoredContact,
  type ViewOptions,
  viewOneContact,
} from '../contact/index.ts'
import { absorb } from './absorb.ts'
import { reasonsAgainst } from './reasons.ts'

export interface Merging {
  from: string
  into: string
  skip_duplicate_validation?: boolean | undefined
}

/**
 * Merges a lead into a user, which keeps its own values and takes what it lacks; whatever hangs on the lead moves over.
 * 404 for no such contact, 400 for any other pair and, from 2.16 on, for two that share no identity.
 */
export async function mergeContacts(
  tx: Tx,
  actor: Actor,
  input: Merging & ViewOptions,
): Promise<ContactView> {
  mayWriteContacts(actor)
  const { from, into } = await holdBoth(tx, actor, input)
  const [reason] = reasonsAgainst(actor, { from, into, skip: input.skip_duplicate_validation === true })
  if (reason) throw problem(REFUSALS[reason.code])
  await absorb(tx, actor, { from, into })
  await append(tx, actor, contactMerged(into, from))
  return viewOneContact(tx, actor, into.id, input)
}

const REFUSALS = {
  invalid_merge_role_pair: errors.mergeRolesInvalid,
  no_shared_identifier: errors.mergeNotDuplicates,
} as const

/** Both contacts, held in the order of their ids, so that two merges never wait for each other. */
async function holdBoth(tx: Tx, actor: Actor, { from, into }: Merging) {
  const held = new Map<string, StoredContact>()
  for (const id of [from, into].toSorted()) held.set(id, await holdPerson(tx, actor, id))
  const pair = { from: held.get(from), into: held.get(into) }
  if (!pair.from || !pair.into) throw problem(errors.contactNotFound)
  return { from: pair.from, into: pair.into }
}
