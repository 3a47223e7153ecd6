import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { ConvertVisitorRequest } from '@guichet/contract/operations/visitors.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import {
  type ContactView,
  contactCreated,
  contactUpdated,
  findContactBy,
  holdPerson,
  mayWriteContacts,
  readEmail,
  readText,
  type StoredContact,
  updateUnlessTaken,
  viewOneContact,
  visitorSignedUp,
} from '../contact/index.ts'
import { absorb } from '../merge/index.ts'
import { holdVisitor, visitorKey } from './visitor.ts'

type ConvertRequest = Static<typeof ConvertVisitorRequest>

/**
 * Turns a visitor into a contact: into the one that is there already, which takes over what the visitor had, or into
 * a new one with the visitor's own id. 404 for no such visitor or contact, 409 for an identity that is somebody else's.
 */
export async function convertVisitor(tx: Tx, actor: Actor, request: ConvertRequest): Promise<ContactView> {
  mayWriteContacts(actor)
  const key = visitorKey(request.visitor)
  if (!key) throw missing('visitor', 'The visitor needs an id, a user_id or an email')
  const visitor = await holdVisitor(tx, actor, key)
  const existing = await findExisting(tx, actor, request)
  if (!existing) return become(tx, actor, visitor, request)
  await absorb(tx, actor, { from: visitor, into: existing })
  await append(tx, actor, contactUpdated(existing))
  return viewOneContact(tx, actor, existing.id)
}

/** The contact a visitor turns out to be. An id has to exist; an address or user id may be of nobody yet. */
async function findExisting(
  tx: Tx,
  actor: Actor,
  { user, type }: ConvertRequest,
): Promise<StoredContact | undefined> {
  const found = await findContactBy(tx, actor, user)
  const known = found && found.role !== 'visitor' && (user.id !== undefined || found.role === type)
  if (user.id !== undefined && !known) throw problem(errors.contactNotFound)
  return known ? holdPerson(tx, actor, found.id) : undefined
}

/** A user has the user id that is given and no other; a lead keeps the visitor's when none is. */
async function become(
  tx: Tx,
  actor: Actor,
  visitor: StoredContact,
  { user, type }: ConvertRequest,
): Promise<ContactView> {
  const given = user.user_id === undefined ? null : readText('user_id', user.user_id)
  const external_id = given ?? (type === 'lead' ? visitor.external_id : null)
  const email = user.email === undefined ? visitor.email : readEmail(user.email)
  if (type === 'user' && !external_id && !email) throw missing('user', 'A user needs an email or a user_id')
  const { id } = visitor
  const signed_up_at = visitor.signed_up_at ?? actor.now
  await updateUnlessTaken(tx, actor, visitor, {
    ...{ role: type, external_id, email, updated_at: actor.now },
    ...(type === 'user' && { signed_up_at }),
  })
  await append(
    tx,
    actor,
    contactCreated({ id, role: type, external_id }),
    ...(type === 'user' ? [visitorSignedUp({ id })] : []),
  )
  return viewOneContact(tx, actor, id)
}
