import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type {
  CreateTicketTypeAttributeRequest,
  UpdateTicketTypeAttributeRequest,
} from '@guichet/contract/operations/ticket-types.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId, numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { type AttributeFields, insertAttributes, updateAttribute } from './attribute.sql.ts'
import { changedInputOptions, newInputOptions } from './input-options.ts'
import { mayWriteTicketTypes } from './ticket-type.policy.ts'
import { type AttributeRow, lockType, type TicketTypeRow } from './ticket-type.sql.ts'
import { requireTicketType } from './ticket-type.ts'
import { type AttributeView, viewAttribute } from './ticket-type.view.ts'

type Asked = Static<typeof UpdateTicketTypeAttributeRequest>

/** Adds an attribute at the end of a type. 404 for no such type, 400 for a name the type has already. */
export async function createTicketTypeAttribute(
  tx: Tx,
  actor: Actor,
  { typeId, ...input }: Static<typeof CreateTicketTypeAttributeRequest> & { typeId: string },
): Promise<AttributeView> {
  mayWriteTicketTypes(actor)
  const type = await lockedType(tx, actor, typeId)
  const order = Math.max(-1, ...type.attributes.map(attribute => attribute.order)) + 1
  const { name, data_type } = input
  const input_options = newInputOptions(data_type, input)
  const [id] = await insertAttributes(tx, actor, type.id, [
    { ...readFields(input), name: checkName(type, name), data_type, order, input_options },
  ])
  return shown(tx, actor, typeId, id)
}

/** Changes an attribute, but for its type of data; what is left out or null stays. 404 for no such type or attribute. */
export async function updateTicketTypeAttribute(
  tx: Tx,
  actor: Actor,
  { typeId, id, ...input }: Asked & { typeId: string; id: string },
): Promise<AttributeView> {
  mayWriteTicketTypes(actor)
  const type = await lockedType(tx, actor, typeId)
  const key = numericId(id)
  const attribute = type.attributes.find(each => each.id === key)
  if (!attribute) throw problem(errors.notFound)
  const renamed =
    typeof input.name === 'string' && input.name.trim() !== attribute.name ? input.name : undefined
  if (attribute.default && (renamed !== undefined || input.archived))
    throw invalid('A default attribute can be neither renamed nor archived')
  await updateAttribute(tx, actor, attribute.id, {
    ...readFields(input),
    ...(renamed !== undefined && { name: checkName(type, renamed, attribute) }),
    input_options: changedInputOptions(attribute.data_type, input, attribute.input_options),
  })
  return shown(tx, actor, typeId, attribute.id)
}

async function lockedType(tx: Tx, actor: Actor, id: string): Promise<TicketTypeRow> {
  const locked = await byNumericId(id, key => lockType(tx, actor.workspace.id, key))
  if (!locked) throw problem(errors.notFound)
  return requireTicketType(tx, actor, id)
}

async function shown(tx: Tx, actor: Actor, typeId: string, id: number | undefined): Promise<AttributeView> {
  const type = await requireTicketType(tx, actor, typeId)
  const attribute = type.attributes.find(each => each.id === id)
  if (!attribute) throw new Error('an attribute that was written could not be read')
  return viewAttribute(type, attribute)
}

function readFields(input: Asked): Partial<AttributeFields> {
  const { description, archived } = input
  const { required_to_create, required_to_create_for_contacts, visible_on_create, visible_to_contacts } =
    input
  return {
    ...(typeof description === 'string' && { description }),
    ...(archived !== undefined && { archived }),
    ...(required_to_create !== undefined && { required_to_create }),
    ...(required_to_create_for_contacts !== undefined && { required_to_create_for_contacts }),
    ...(visible_on_create !== undefined && { visible_on_create }),
    ...(visible_to_contacts !== undefined && { visible_to_contacts }),
  }
}

/** Values are told by the name of their attribute, so that no two of a type may share one. */
function checkName(type: TicketTypeRow, name: string, self?: AttributeRow): string {
  const trimmed = name.trim()
  if (trimmed === '') throw missing('name')
  if (trimmed.length > LONGEST_NAME) throw invalid(`name may have at most ${LONGEST_NAME} characters`, 'name')
  const taken = type.attributes.some(each => each.name === trimmed && each.id !== self?.id)
  if (taken) throw invalid(`The ticket type already has an attribute called '${trimmed}'`, 'name')
  return trimmed
}

const LONGEST_NAME = 255
