import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type {
  CreateTicketTypeRequest,
  UpdateTicketTypeRequest,
} from '@guichet/contract/operations/ticket-types.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { insertAttributes } from './attribute.sql.ts'
import { ensureTicketStates } from './ticket-state.ts'
import { mayReadTicketTypes, mayWriteTicketTypes } from './ticket-type.policy.ts'
import {
  insertType,
  selectTypes,
  type TicketTypeFields,
  type TicketTypeRow,
  updateType,
} from './ticket-type.sql.ts'
import { type TicketTypeView, viewType } from './ticket-type.view.ts'

/** Every type of the workspace, archived ones too. */
export async function listTicketTypes(
  tx: Tx,
  actor: Actor,
): Promise<{ type: 'list'; data: TicketTypeView[] }> {
  mayReadTicketTypes(actor)
  const rows = await selectTypes(tx, actor.workspace.id, 'all')
  return { type: 'list', data: rows.map(viewType) }
}

/** The types that customers may ask for themselves. */
export const listCustomerTypes = async (tx: Tx, actor: Actor): Promise<TicketTypeRow[]> =>
  (await selectTypes(tx, actor.workspace.id, 'all')).filter(
    ({ category, archived, is_internal }) => category === 'Customer' && !archived && !is_internal,
  )

/** One type; 404 when there is none. */
export async function findTicketType(tx: Tx, actor: Actor, id: string): Promise<TicketTypeView> {
  mayReadTicketTypes(actor)
  return viewType(await requireTicketType(tx, actor, id))
}

/** Creates a type with a title and a description for attributes, in every state of the workspace. */
export async function createTicketType(
  tx: Tx,
  actor: Actor,
  input: Static<typeof CreateTicketTypeRequest>,
): Promise<TicketTypeView> {
  mayWriteTicketTypes(actor)
  const fields = { ...readFields(input), name: checkTypeName(input.name) }
  await ensureTicketStates(tx, actor.workspace.id, actor.now)
  const id = await insertType(tx, actor, fields)
  await insertAttributes(tx, actor, id, DEFAULT_ATTRIBUTES)
  return findTicketType(tx, actor, String(id))
}

/** The two attributes of every type. */
export const TITLE = '_default_title_'
export const DESCRIPTION = '_default_description_'

const DEFAULT_ATTRIBUTES = [
  { name: TITLE, data_type: 'string', order: 0, input_options: { multiline: false }, default: true },
  { name: DESCRIPTION, data_type: 'string', order: 1, input_options: { multiline: true }, default: true },
]

/** Changes a type; what is left out or null stays, but for a description. */
export async function updateTicketType(
  tx: Tx,
  actor: Actor,
  { id, ...input }: Static<typeof UpdateTicketTypeRequest> & { id: string },
): Promise<TicketTypeView> {
  mayWriteTicketTypes(actor)
  const type = await requireTicketType(tx, actor, id)
  const name = input.name === undefined || input.name === null ? undefined : checkTypeName(input.name)
  await updateType(tx, actor, type.id, { ...readFields(input), ...(name && { name }) })
  return findTicketType(tx, actor, id)
}

/** The type of an id with its attributes and states; 404 when there is none. */
export async function requireTicketType(tx: Tx, actor: Actor, id: string): Promise<TicketTypeRow> {
  const [row] = (await byNumericId(id, key => selectTypes(tx, actor.workspace.id, { ids: [key] }))) ?? []
  if (!row) throw problem(errors.notFound)
  return row
}

function readFields(input: Static<typeof UpdateTicketTypeRequest>): Partial<TicketTypeFields> {
  const { description, category, icon, is_internal, archived } = input
  return {
    ...(description !== undefined && { description }),
    ...(category !== undefined && { category }),
    ...(icon && { icon }),
    ...(is_internal !== undefined && { is_internal }),
    ...(archived !== undefined && { archived }),
  }
}

function checkTypeName(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw missing('name')
  if (trimmed.length > LONGEST_NAME) throw invalid(`name may have at most ${LONGEST_NAME} characters`, 'name')
  return trimmed
}

const LONGEST_NAME = 255
