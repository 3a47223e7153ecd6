import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { type AttributeRow, selectAttribute, selectAttributeToChange } from './conversation-attribute.sql.ts'

/** The attribute of an id, archived or not; 404 when there is none. */
export function requireAttribute(tx: Tx, actor: Actor, id: string): Promise<AttributeRow> {
  return found(tx, actor, id, selectAttribute)
}

/** As `requireAttribute`, kept from other changes until the transaction ends. */
export function requireAttributeToChange(tx: Tx, actor: Actor, id: string): Promise<AttributeRow> {
  return found(tx, actor, id, selectAttributeToChange)
}

async function found(
  tx: Tx,
  actor: Actor,
  id: string,
  select: typeof selectAttribute,
): Promise<AttributeRow> {
  const row = await byNumericId(id, key => select(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.conversationAttributeNotFound)
  return row
}
