import type { Tx } from '../../db/database.ts'
import type { AttributeType, DayRule, SearchField } from '../../db/search/fields.ts'
import type { Actor } from '../actor.ts'
import { type AttributeModel, definedAttributes } from './custom-attributes.ts'

/** What searches call custom attributes: `custom_attributes.plan`. */
const PREFIX = 'custom_attributes.'

/** The search fields of the custom attributes that a model has, read once and only when one is asked for. */
export function searchableAttributes(
  tx: Tx,
  actor: Actor,
  of: { model: AttributeModel; column: string; byDay?: DayRule },
): (field: string) => Promise<SearchField | undefined> | undefined {
  let defined: ReturnType<typeof definedAttributes> | undefined
  const read = async (key: string): Promise<SearchField | undefined> => {
    defined ??= definedAttributes(tx, actor.workspace.id, of.model)
    const definition = (await defined).get(key)
    const type = definition && (TYPES.get(definition.data_type) ?? 'string')
    return type && { kind: 'attribute', column: of.column, key, type, ...(of.byDay && { byDay: of.byDay }) }
  }
  return field => (field.startsWith(PREFIX) ? read(field.slice(PREFIX.length)) : undefined)
}

const TYPES = new Map<string, AttributeType>([
  ...(['string', 'integer', 'float', 'boolean', 'date', 'list'] as const).map(type => [type, type] as const),
  ['datetime', 'date'],
  ['options', 'list'],
  ['decimal', 'float'],
])
