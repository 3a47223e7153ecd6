import { invalid, type Problem } from '@guichet/contract/errors.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { readAttributeValue } from '../attribute-value.ts'
import type { Attachment } from '../conversation/index.ts'
import { type AttributeRow, DESCRIPTION, TITLE, type TicketTypeRow } from '../ticket-type/index.ts'
import { readFiles } from './attribute-files.ts'

/** A value as it is kept: of a list the option's id, of a time its epoch seconds. */
export type AttributeValue = string | number | boolean | Attachment[]

/** The values of a ticket by the id of their attribute, since names may change. One that is not set is not there. */
export type AttributeValues = Record<string, AttributeValue>

interface Given {
  type: TicketTypeRow
  values: Record<string, unknown>
  files: FileStore
}

/**
 * Reads the attributes of a request by the ids of those of the type; null clears. 400 for a name the type does not
 * have, or a value of another type of data.
 */
export async function readAttributes(
  actor: Actor,
  { type, values, files }: Given,
): Promise<Map<AttributeRow, AttributeValue | null>> {
  const known = new Map(live(type).map(attribute => [attribute.name, attribute]))
  const extra = Object.keys(values).filter(name => !known.has(name))
  if (extra.length > 0)
    throw invalid(`Extra attributes provided that are not found on ticket type: ${extra.join(', ')}`)
  const read = new Map<AttributeRow, AttributeValue | null>()
  for (const [name, value] of Object.entries(values)) {
    const attribute = known.get(name)
    if (attribute) read.set(attribute, await readValue(actor, attribute, value, files))
  }
  return read
}

export const live = (type: TicketTypeRow): AttributeRow[] =>
  type.attributes.filter(attribute => !attribute.archived)

/** 400 when a value is missing that a teammate has to give. */
export function requireComplete(type: TicketTypeRow, values: AttributeValues): void {
  const lacks = live(type).some(({ id, required_to_create }) => required_to_create && !(id in values))
  if (lacks) throw invalid('Missing required ticket attributes')
}

/** The values once some are changed. */
export function mergeValues(
  before: AttributeValues,
  changes: Map<AttributeRow, AttributeValue | null>,
): AttributeValues {
  const merged = { ...before }
  for (const [{ id }, value] of changes) {
    if (value === null) delete merged[id]
    else merged[id] = value
  }
  return merged
}

/** The two default attributes, which searches know by columns of their own. */
export function titleAndDescription(type: TicketTypeRow, values: AttributeValues) {
  const text = (name: string): string | null => {
    const attribute = type.attributes.find(each => each.name === name)
    const value = attribute && values[attribute.id]
    return typeof value === 'string' ? value : null
  }
  return { title: text(TITLE), description: text(DESCRIPTION) }
}

async function readValue(
  actor: Actor,
  attribute: AttributeRow,
  value: unknown,
  files: FileStore,
): Promise<AttributeValue | null> {
  if (value === null || value === '') return null
  if (attribute.data_type === 'files') return readFiles(actor, { attribute, value, files })
  if (attribute.data_type === 'list') return readOption(attribute, value)
  const read = readAttributeValue(attribute.data_type, value)
  if (read === undefined) throw mistyped(attribute)
  return read
}

const mistyped = ({ name, data_type }: AttributeRow): Problem =>
  invalid(`Ticket attribute '${name}' must be of type ${data_type}`, name)

/** An option of a list, by its id or its label. */
function readOption(attribute: AttributeRow, value: unknown): string {
  const options = (attribute.input_options?.list_options ?? []).filter(option => !option.archived)
  const text = String(value)
  const found = options.find(option => option.id === text) ?? options.find(option => option.label === text)
  if (!found) throw invalid(`'${text.slice(0, 100)}' is not an option of '${attribute.name}'`, attribute.name)
  return found.id
}
