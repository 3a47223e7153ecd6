import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import {
  type ContactRef,
  createContact,
  findContact,
  findContactBy,
  isIdentityFree,
  updateContact,
} from '../contact/index.ts'
import { mergeContacts } from '../merge/index.ts'
import { convertVisitor, createVisitor } from '../visitor/index.ts'
import type { Identity } from './identity.ts'
import type { MessengerCredential } from './session.sql.ts'

/** The contact somebody is: the one they say, else the one their browser was, else a new visitor. */
export async function personOf(
  tx: Tx,
  actor: Actor,
  { identity, kept }: { identity: Identity | undefined; kept: MessengerCredential | undefined },
): Promise<Pick<ContactRef, 'id' | 'role'>> {
  const before = kept && (await findContact(tx, actor, kept.contactId))
  if (identity) return userOf(tx, actor, identity, before)
  return before ?? { id: (await createVisitor(tx, actor)).id, role: 'visitor' }
}

/** The user of an identity, who takes over what a visitor or lead of the same browser had. */
async function userOf(
  tx: Tx,
  actor: Actor,
  identity: Identity,
  before: ContactRef | undefined,
): Promise<Pick<ContactRef, 'id' | 'role'>> {
  const known = await findUser(tx, actor, identity)
  if (known && (!before || before.role === 'user' || before.id === known.id)) return known
  if (before?.role === 'visitor') {
    const named = known ? { id: known.id } : await freeIdentity(tx, actor, identity)
    const { id } = await convertVisitor(tx, actor, { visitor: { id: before.id }, user: named, type: 'user' })
    return { id, role: 'user' }
  }
  if (before?.role === 'lead' && known) {
    await mergeContacts(tx, actor, { from: before.id, into: known.id, skip_duplicate_validation: true })
    return known
  }
  const { user_id: external_id, email } = await freeIdentity(tx, actor, identity)
  const request = {
    role: 'user',
    ...(external_id !== undefined && { external_id }),
    ...(email !== undefined && { email }),
  }
  const made =
    before?.role === 'lead'
      ? await updateContact(tx, actor, { id: before.id, request })
      : await createContact(tx, actor, request)
  return { id: made.id, role: 'user' }
}

/**
 * A user by the id that is given; by the address where that user has no id yet, and then takes this one. An address whose user
 * has another id is somebody else's (behaviour.md 10.4). 403 for somebody who is blocked.
 */
async function findUser(tx: Tx, actor: Actor, { userId, email }: Identity): Promise<ContactRef | undefined> {
  const byId = userId === undefined ? undefined : await userBy(tx, actor, { user_id: userId })
  if (byId || email === undefined) return byId
  const byEmail = await userBy(tx, actor, { email })
  if (!byEmail || userId === undefined) return byEmail
  if (byEmail.external_id !== null && byEmail.external_id !== userId) return undefined
  if (byEmail.external_id === null)
    await updateContact(tx, actor, { id: byEmail.id, request: { external_id: userId } })
  return byEmail
}

async function userBy(
  tx: Tx,
  actor: Actor,
  named: { user_id: string } | { email: string },
): Promise<ContactRef | undefined> {
  const found = await findContactBy(tx, actor, named)
  if (found?.role !== 'user') return undefined
  return found
}

/** What of an identity no other user has; a user without any of it cannot be. */
async function freeIdentity(
  tx: Tx,
  actor: Actor,
  { userId, email }: Identity,
): Promise<{ user_id?: string; email?: string }> {
  const takesEmail = email !== undefined && (await isIdentityFree(tx, actor, { email }, ''))
  if (userId === undefined && !takesEmail) throw problem(errors.identityUnverified)
  return { ...(userId !== undefined && { user_id: userId }), ...(takesEmail && { email }) }
}
