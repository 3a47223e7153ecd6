import { errors, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { insertType, selectType, type TypeRow } from './custom-object.sql.ts'

/** A kind of objects of a workspace's own, as settings define it: no call of the API does. */
export interface CustomObjectTypeInput {
  /** What the API calls it, such as `Order`. */
  identifier: string
  name: string
  attributes: { name: string; data_type: 'string' | 'integer' | 'float' | 'boolean' | 'datetime' }[]
}

/** Defines a kind of custom objects; answers its id. */
export async function createCustomObjectType(
  tx: Tx,
  actor: Actor,
  input: CustomObjectTypeInput,
): Promise<string> {
  return String((await insertType(tx, actor, input)).id)
}

/** The kind of an identifier; 404 when there is none. */
export async function requireType(tx: Tx, actor: Actor, identifier: string): Promise<TypeRow> {
  const row = await selectType(tx, actor.workspace.id, identifier)
  if (!row)
    throw problem(
      errors.customObjectTypeNotFound,
      `Custom object type \`${identifier.slice(0, 100)}\` not found`,
    )
  return row
}

/** The type of each attribute that objects of a kind have. */
export function attributesOf({ attributes }: TypeRow): Map<string, string> {
  const list = Array.isArray(attributes) ? attributes.filter(isAttribute) : []
  return new Map(list.map(({ name, data_type }) => [name, data_type]))
}

const isAttribute = (value: unknown): value is { name: string; data_type: string } =>
  typeof value === 'object' && value !== null && 'name' in value && 'data_type' in value
