import { errors, Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import {
  type ContactRef,
  createContact,
  findContactBy,
  isIdentityFree,
  promoteVisitor,
  readEmail,
  readText,
  updateContact,
} from '../contact/index.ts'
import { type AcceptedAttributes, acceptAttributes } from './accept-attributes.ts'

/** Somebody another system writes about, under the id they have there. */
export interface ExternalContact {
  role: 'user' | 'lead'
  external_id: string
  name?: string | null | undefined
  email?: string | null | undefined
  /** Custom attributes by name. */
  attributes?: Record<string, unknown> | null | undefined
}

export interface KeptContact {
  contact: ContactRef
  /** Why attributes were left out, by their names. */
  errors: Record<string, string>
}

/**
 * The contact behind an id of another system: made when new, and given what is told of it otherwise. An address that is
 * another user's and attributes that do not fit are left out. 400 for what cannot be an id, a name or an address.
 */
export async function keepExternalContact(tx: Tx, actor: Actor, told: ExternalContact): Promise<KeptContact> {
  // Whoever may write conversations may say who is talking in them.
  const keeper: Actor = { ...actor, scopes: 'all' }
  const accepted = await acceptAttributes(tx, keeper, {
    ...{ model: 'contact', called: 'User', values: told.attributes ?? {} },
  })
  const found = await findContactBy(tx, keeper, { external_id: told.external_id })
  const contact = found
    ? await renew(tx, keeper, await promoteVisitor(tx, keeper, found), told, accepted)
    : await introduce(tx, keeper, told, accepted)
  return { contact, errors: accepted.errors }
}

async function introduce(
  tx: Tx,
  actor: Actor,
  told: ExternalContact,
  { values }: AcceptedAttributes,
): Promise<ContactRef> {
  const email = await freeEmail(tx, actor, told, '')
  const external_id = readText('external_id', told.external_id)
  try {
    await createContact(tx, actor, {
      ...{ role: told.role, external_id, name: told.name ?? null, custom_attributes: values },
      ...(email !== null && { email }),
    })
  } catch (error) {
    // Somebody else may have introduced them in the meantime.
    if (!(error instanceof Problem) || error.code !== errors.contactConflict.code) throw error
    return requireIntroduced(tx, actor, told, error)
  }
  return requireIntroduced(tx, actor, told)
}

async function requireIntroduced(
  tx: Tx,
  actor: Actor,
  { external_id }: ExternalContact,
  otherwise: Error = new Error('a contact that was made could not be found'),
): Promise<ContactRef> {
  const contact = await findContactBy(tx, actor, { external_id: external_id.trim() })
  if (!contact) throw otherwise
  return contact
}

async function renew(
  tx: Tx,
  actor: Actor,
  known: ContactRef,
  told: ExternalContact,
  { values }: AcceptedAttributes,
): Promise<ContactRef> {
  const { id } = known
  const email = await freeEmail(tx, actor, told, id)
  const request = {
    ...(told.name && told.name !== known.name && { name: told.name }),
    ...(email !== null && email !== known.email && { email }),
    ...(told.role === 'user' && known.role !== 'user' && { role: 'user' }),
    ...(Object.keys(values).length > 0 && { custom_attributes: values }),
  }
  if (Object.keys(request).length === 0) return known
  const { role, name, email: now } = await updateContact(tx, actor, { id, request })
  return { ...known, role, name, email: now }
}

/** The address that is told, unless it is another user's. Leads may share theirs. */
async function freeEmail(
  tx: Tx,
  actor: Actor,
  { role, email: told }: ExternalContact,
  except: string,
): Promise<string | null> {
  const email = readEmail(told ?? null)
  if (email === null || role === 'lead') return email
  return (await isIdentityFree(tx, actor, { email }, except)) ? email : null
}
