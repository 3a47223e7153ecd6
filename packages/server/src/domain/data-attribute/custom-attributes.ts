import { invalid, type Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { readAttributeValue } from '../attribute-value.ts'
import { readReferences } from '../custom-object/index.ts'
import { type AttributeDefinition, selectDefinitions } from './data-attribute.sql.ts'

/** Kinds of objects that carry custom attributes. */
export type AttributeModel = 'contact' | 'company' | 'conversation'

type Values = Record<string, unknown>

/** The live attributes of one model, by name. */
export async function definedAttributes(
  tx: Tx,
  workspaceId: string,
  model: AttributeModel,
): Promise<Map<string, AttributeDefinition>> {
  const rows = await selectDefinitions(tx, workspaceId, model)
  return new Map(rows.map(row => [row.name, row]))
}

/**
 * Reads the custom attributes of a request: 400 for a name that is not defined or a value of another type. Null and
 * `""` clear, and come back as null.
 */
export async function checkCustomAttributes(
  tx: Tx,
  actor: Actor,
  { model, values }: { model: AttributeModel; values: Values },
): Promise<Values> {
  if (Object.keys(values).length === 0) return {}
  const defined = await definedAttributes(tx, actor.workspace.id, model)
  return readCustomAttributes(tx, actor, { model, defined, values })
}

/** The same, by definitions that are known already: of many requests at once. */
export async function readCustomAttributes(
  tx: Tx,
  actor: Actor,
  of: { model: AttributeModel; defined: ReadonlyMap<string, AttributeDefinition>; values: Values },
): Promise<Values> {
  const { model, defined, values } = of
  const read: Values = {}
  for (const name of Object.keys(values)) {
    const definition = defined.get(name)
    if (!definition) throw unknownAttribute(model, name)
    read[name] = await readValue(tx, actor, definition, values[name])
  }
  return read
}

async function readValue(
  tx: Tx,
  actor: Actor,
  { name, data_type, settings }: AttributeDefinition,
  value: unknown,
): Promise<unknown> {
  if (value === null || value === '') return null
  if (data_type === 'relationship') return readReferences(tx, actor, { name, settings, value })
  const read = readAttributeValue(data_type, value)
  if (read === undefined) throw invalid(`Custom attribute '${name}' must be of type ${data_type}`, name)
  if (typeof read === 'string' && read.length > LONGEST_VALUE) throw tooLong(name)
  return read
}

const LONGEST_VALUE = 10_000

const tooLong = (name: string): Problem =>
  invalid(`Custom attribute '${name}' must have at most ${LONGEST_VALUE} characters`, name)

const unknownAttribute = (model: AttributeModel, name: string): Problem =>
  invalid(`${model === 'conversation' ? 'Conversation' : 'Custom'} attribute '${name}' does not exist`, name)
