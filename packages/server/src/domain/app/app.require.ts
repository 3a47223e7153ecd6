import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { type RegistrationRow, selectRegistration } from './app.sql.ts'

/** An app that the actor's workspace owns; 404 for any other. */
export async function requireRegistration(tx: Tx, actor: Actor, id: string): Promise<RegistrationRow> {
  const row = await byNumericId(id, key => selectRegistration(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.appNotFound)
  return row
}
