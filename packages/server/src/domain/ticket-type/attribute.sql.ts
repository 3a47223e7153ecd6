import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { InputOptions } from './input-options.ts'

/** What can be said of an attribute. */
export interface AttributeFields {
  name: string
  description: string
  required_to_create: boolean
  required_to_create_for_contacts: boolean
  visible_on_create: boolean
  visible_to_contacts: boolean
  archived: boolean
  input_options: InputOptions | null
}

export type NewAttribute = Partial<AttributeFields> & {
  name: string
  data_type: string
  order: number
  default?: boolean
}

export async function insertAttributes(
  tx: Tx,
  actor: Actor,
  typeId: number,
  attributes: NewAttribute[],
): Promise<number[]> {
  const rows = await tx
    .insertInto('ticket_type_attributes')
    .values(
      attributes.map(({ input_options, ...fields }) => ({
        ...fields,
        input_options: input_options ? json(input_options) : null,
        workspace_id: actor.workspace.id,
        ticket_type_id: typeId,
        created_at: actor.now,
        updated_at: actor.now,
      })),
    )
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}

export async function updateAttribute(
  tx: Tx,
  actor: Actor,
  id: number,
  { input_options, ...fields }: Partial<AttributeFields & { order: number }>,
): Promise<void> {
  await tx
    .updateTable('ticket_type_attributes')
    .set({ ...fields, ...(input_options && { input_options: json(input_options) }), updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}
