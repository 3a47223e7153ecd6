import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { labelOf } from '../ticket/index.ts'
import { type AttributeRow, DESCRIPTION, selectTypesOfTickets, TITLE } from '../ticket-type/index.ts'

/** What customers see of a ticket beside its title and its description: what was filled in, in the order of the form. */
export async function factsOf(
  tx: Tx,
  actor: Actor,
  { id, attributes }: { id: number; attributes: unknown },
): Promise<{ label: string; value: string }[]> {
  const [type] = await selectTypesOfTickets(tx, { workspaceId: actor.workspace.id, ids: [id] })
  const values = fieldsOf(attributes)
  return (type?.attributes ?? [])
    .filter(
      each => each.visible_to_contacts && !each.archived && each.name !== TITLE && each.name !== DESCRIPTION,
    )
    .flatMap(attribute => {
      const value = readable(attribute, values[attribute.id])
      return value === undefined ? [] : [{ label: attribute.name, value }]
    })
}

function readable(attribute: AttributeRow, value: unknown): string | undefined {
  if (Array.isArray(value))
    return value.map(file => String(fieldsOf(file)['name'] ?? '')).join(', ') || undefined
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  if (attribute.data_type === 'datetime') return new Date(Number(value) * 1000).toISOString().slice(0, 10)
  return attribute.data_type === 'list' ? labelOf(attribute, value) : String(value)
}
