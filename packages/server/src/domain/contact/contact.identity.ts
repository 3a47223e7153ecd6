import { errors, type Problem, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { unlessTaken } from '../../db/savepoint.ts'
import { appendWith, type Happening } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import {
  type ContactPatch,
  insertContact,
  type NewContact,
  type Rival,
  type StoredContact,
  selectRival,
  updateContactRow,
} from './contact.sql.ts'

/** Stores a new contact and tells of it; 409 when a user has its email or external id, or somebody blocked has. */
export async function insertUnlessTaken(
  tx: Tx,
  actor: Actor,
  contact: NewContact,
  created: Happening,
): Promise<StoredContact> {
  await refuseBlocked(tx, actor, contact)
  const [row] = await appendWith(tx, actor, insertContact(tx, contact), created)
  if (!row) throw await conflict(tx, actor, contact)
  return row
}

/** Changes a contact; 409 when its new email or external id is another user's. */
export async function updateUnlessTaken(
  tx: Tx,
  actor: Actor,
  before: StoredContact,
  patch: ContactPatch,
): Promise<void> {
  const { id } = before
  const write = () => updateContactRow(tx, actor.workspace.id, id, patch)
  if (!claims(before, patch)) return write()
  const written = await unlessTaken(tx, async () => {
    await write()
    return true
  })
  if (!written) throw await conflict(tx, actor, { ...before, ...patch }, id)
}

/** Whether no user has an identity, but for the one it would be for. */
export async function isIdentityFree(
  tx: Tx,
  actor: Actor,
  identity: { email: string | null } | { external_id: string | null },
  except: string,
): Promise<boolean> {
  return (await selectRival(tx, actor.workspace.id, identity, 'users', except)) === undefined
}

/** Whether a change asks for an identity that has to be unique. */
export function claims(before: StoredContact, patch: ContactPatch): boolean {
  const after = { ...before, ...patch }
  if (after.role !== 'user') return false
  return before.role !== 'user' || after.email !== before.email || after.external_id !== before.external_id
}

type Identity = Pick<NewContact, 'email' | 'external_id'>

async function refuseBlocked(tx: Tx, actor: Actor, identity: Identity): Promise<void> {
  if (!identity.email && !identity.external_id) return
  const blocked = await selectRival(tx, actor.workspace.id, identity, 'blocked')
  if (blocked) throw problem(errors.contactNotRestorable)
}

/** What to tell whoever claims the identity of another user. Clients read the id out of the text. */
export async function conflict(tx: Tx, actor: Actor, identity: Identity, except?: string): Promise<Problem> {
  const rival = await selectRival(tx, actor.workspace.id, identity, 'users', except)
  return rival ? conflictWith(rival) : problem(errors.contactConflict)
}

export function conflictWith(rival: Rival): Problem {
  if (rival.blocked_at !== null) return problem(errors.contactNotRestorable)
  const who = rival.archived_at === null ? 'A contact' : 'An archived contact'
  return problem(errors.contactConflict, `${who} matching those details already exists with id=${rival.id}`)
}
