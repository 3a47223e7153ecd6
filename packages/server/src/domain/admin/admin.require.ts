import { errors, type Kind, problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { selectAdminRef, selectOperatorRef } from './admin.sql.ts'

/** What other nouns need to know of a teammate or of the Operator bot. */
export interface AdminRef {
  id: number
  kind: 'admin' | 'bot'
  name: string
  email: string
}

/**
 * The admin of an id, or the one the token acts as when no id is given. 404 for no such admin, with the error of the
 * route where that has its own.
 */
export async function requireAdmin(
  tx: Tx,
  actor: Actor,
  id: string | undefined,
  unknown: Kind = errors.adminNotFound,
): Promise<AdminRef> {
  const row = await byNumericId(id ?? actor.adminId, key => selectAdminRef(tx, actor.workspace.id, key))
  if (!row) throw problem(unknown)
  return row
}

/** The admin an actor acts as; undefined where no admin does. */
export const actingAdmin = (tx: Tx, actor: Actor): Promise<AdminRef | undefined> =>
  byNumericId(actor.adminId, key => selectAdminRef(tx, actor.workspace.id, key))

/** The admin who signs what is written. Somebody who is signed in signs as nobody else; 403. */
export async function requireSigner(
  tx: Tx,
  actor: Actor,
  id: string | undefined,
  unknown?: Kind,
): Promise<AdminRef> {
  const admin = await requireAdmin(tx, actor, id, unknown)
  if (admin.id !== actor.adminId) mayActForOthers(actor)
  return admin
}

/** Refuses somebody who is signed in to write in another's name; tokens may, as the API has it. */
export function mayActForOthers({ session }: Actor): void {
  if (session) throw problem(signInErrors.notSelf)
}

/** The Operator bot, which acts where nobody in particular does. */
export async function requireOperator(
  tx: Tx,
  { workspace }: { workspace: { id: string } },
): Promise<AdminRef> {
  const row = await selectOperatorRef(tx, workspace.id)
  if (!row) throw new Error('a workspace has lost its Operator')
  return row
}
