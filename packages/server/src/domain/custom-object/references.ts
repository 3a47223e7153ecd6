import { invalid } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import {
  selectContactAttributes,
  selectConversationAttributes,
  selectNamed,
  selectTypeNamed,
  selectWithTypes,
} from './custom-object.sql.ts'
import { viewInstance } from './custom-object.view.ts'

/** How a relationship lies among the attributes of whatever refers: like its answer, with ids for the objects. */
interface Stored {
  type: string
  instances: string[]
}

/**
 * Reads the value of a relationship: ids or external ids of objects, which are what it refers to from then on. Null
 * where there are none. 400 for an object that does not exist, and for more than one where one is all there may be.
 */
export async function readReferences(
  tx: Tx,
  actor: Actor,
  { name, settings, value }: { name: string; settings: unknown; value: unknown },
): Promise<Stored | null> {
  const names = namesIn(value)
  if (!names) throw invalid(`Custom attribute '${name}' must be a list of custom objects`, name)
  if (names.length === 0) return null
  const reference = fieldsOf(fieldsOf(settings)['reference'])
  if (reference['type'] === 'one' && names.length > 1)
    throw invalid(`Custom attribute '${name}' refers to one custom object only`, name)
  if (names.length > MOST) throw invalid(`Custom attribute '${name}' refers to at most ${MOST} objects`, name)
  const type = await selectTypeNamed(tx, actor.workspace.id, String(reference['object_type_id'] ?? ''))
  const rows = type ? await selectNamed(tx, actor.workspace.id, type, names) : []
  const ids = names.map(each => idOf(each, rows) ?? unknownObject(name, each))
  return { type: `${(type?.identifier ?? 'object').toLowerCase()}.list`, instances: [...new Set(ids)] }
}

const MOST = 1000

/** An id wins over an external id that looks like one. */
function idOf(name: string, rows: { id: number; external_id: string | null }[]): string | undefined {
  const row = rows.find(({ id }) => String(id) === name) ?? rows.find(each => each.external_id === name)
  return row && String(row.id)
}

const unknownObject = (attribute: string, name: string): never => {
  throw invalid(
    `Custom attribute '${attribute}' refers to '${name.slice(0, 100)}', which does not exist`,
    attribute,
  )
}

/** The names in a list, by itself or as an answer shows one. */
function namesIn(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value : fieldsOf(value)['instances']
  if (!Array.isArray(list)) return undefined
  const names = list.map((entry: unknown) => nameOf(entry))
  return names.every(name => name !== undefined) ? names : undefined
}

function nameOf(entry: unknown): string | undefined {
  const name = typeof entry === 'object' ? fieldsOf(entry)['id'] : entry
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined
}

/** Rows with the objects themselves where their attributes refer to some; objects that were deleted are left out. */
export async function withReferences<R extends { custom_attributes: unknown }>(
  tx: Tx,
  workspaceId: string,
  rows: R[],
): Promise<R[]> {
  const ids = rows.flatMap(({ custom_attributes }) => idsIn(custom_attributes))
  if (ids.length === 0) return rows
  const found = await selectWithTypes(tx, workspaceId, [...new Set(ids)])
  const views = new Map(found.map(row => [String(row.id), viewInstance(row.identifier, row)]))
  const shown = (value: unknown) =>
    isStored(value) ? { ...value, instances: value.instances.flatMap(id => views.get(id) ?? []) } : value
  return rows.map(row => ({
    ...row,
    custom_attributes: Object.fromEntries(
      Object.entries(fieldsOf(row.custom_attributes)).map(([name, value]) => [name, shown(value)]),
    ),
  }))
}

/** The ids of the objects a contact or a conversation refers to; undefined when neither is asked for. */
export async function referencedBy(
  tx: Tx,
  workspaceId: string,
  by: { references_contact_id?: string; references_conversation_id?: string },
): Promise<number[] | undefined> {
  const { references_contact_id: contact, references_conversation_id: conversation } = by
  if (contact !== undefined)
    return idsIn((await selectContactAttributes(tx, workspaceId, contact))?.custom_attributes)
  if (conversation === undefined) return undefined
  const row = await selectConversationAttributes(tx, workspaceId, numericId(conversation) ?? 0)
  return idsIn(row?.custom_attributes)
}

const idsIn = (attributes: unknown): number[] =>
  Object.values(fieldsOf(attributes))
    .filter(isStored)
    .flatMap(({ instances }) => instances.flatMap(id => numericId(id) ?? []))

const isStored = (value: unknown): value is Stored => {
  const { type, instances } = fieldsOf(value)
  return typeof type === 'string' && type.endsWith('.list') && Array.isArray(instances)
}
