import { mergedContactIsGone } from '@guichet/contract/changes/gates.ts'
import { errors, Problem, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import {
  type ContactKey,
  type ContactRef,
  selectContactBy,
  selectContactRef,
  selectContactRefs,
  selectSurvivor,
} from './contact.sql.ts'
import { normalEmail } from './email.ts'

/** The contact of an id; undefined when there is none, or none any more. */
export function findContact(tx: Tx, actor: Actor, id: string): Promise<ContactRef | undefined> {
  return selectContactRef(tx, actor.workspace.id, id)
}

/** The contacts of some ids in no order; ids of none are left out. */
export function findContacts(tx: Tx, actor: Actor, ids: string[]): Promise<ContactRef[]> {
  return selectContactRefs(tx, actor.workspace.id, ids)
}

/** The contact of an id; 404 when there is none, or none any more. */
export async function requireContact(tx: Tx, actor: Actor, id: string): Promise<ContactRef> {
  const row = await findContact(tx, actor, id)
  if (!row) throw problem(errors.contactNotFound)
  return row
}

/** The ways requests name a person; `user_id` is the external id. The first that is given counts. */
export interface ContactNamed {
  id?: string | undefined
  intercom_user_id?: string | undefined
  external_id?: string | undefined
  user_id?: string | undefined
  email?: string | undefined
}

/** The person a request names, visitors included: a user before a lead before a visitor. Undefined when nobody is. */
export async function findContactBy(
  tx: Tx,
  actor: Actor,
  named: ContactNamed,
): Promise<ContactRef | undefined> {
  const key = keyOf(named)
  return key && selectContactBy(tx, actor.workspace.id, key)
}

function keyOf(named: ContactNamed): ContactKey | undefined {
  const id = named.id ?? named.intercom_user_id
  if (id !== undefined) return { id }
  const external_id = named.external_id ?? named.user_id
  if (external_id !== undefined) return { external_id }
  return named.email === undefined ? undefined : { email: normalEmail(named.email) }
}

/** Why a contact cannot be read: 404, or 410 with the way to the survivor for one that was merged away. */
export async function whyGone(tx: Tx, actor: Actor, id: string): Promise<Problem> {
  const survivor = actor.gates.has(mergedContactIsGone)
    ? await selectSurvivor(tx, actor.workspace.id, id)
    : undefined
  return survivor === undefined
    ? problem(errors.contactNotFound)
    : new Problem(errors.contactMerged, { headers: { link: `</contacts/${survivor}>; rel="canonical"` } })
}
