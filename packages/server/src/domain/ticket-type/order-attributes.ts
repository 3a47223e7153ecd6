import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { updateAttribute } from './attribute.sql.ts'
import { lockType } from './ticket-type.sql.ts'
import { requireTicketType } from './ticket-type.ts'

const mayManage = permission('manage_workspace')

/**
 * Puts the attributes of a type in an order; those that it does not name stand behind. 404 for no such type, 400 for an attribute that is
 * not one of it.
 */
export async function orderTicketAttributes(
  tx: Tx,
  actor: Actor,
  { typeId, ids }: { typeId: string; ids: readonly string[] },
): Promise<void> {
  mayManage(actor)
  const locked = await byNumericId(typeId, key => lockType(tx, actor.workspace.id, key))
  if (!locked) throw problem(errors.notFound)
  const all = (await requireTicketType(tx, actor, typeId)).attributes.map(({ id }) => String(id))
  const unknown = ids.find(id => !all.includes(id))
  if (unknown !== undefined)
    throw invalid(`ids names ${unknown.slice(0, 40)}, which is no attribute of the type`, 'ids')
  for (const [order, id] of [...new Set([...ids, ...all])].entries())
    await updateAttribute(tx, actor, Number(id), { order })
}
