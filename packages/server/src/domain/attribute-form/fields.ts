import { invalid } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import type { FormField } from '@guichet/contract/models/form.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type AttributeDefinition, definedAttributes } from '../data-attribute/index.ts'
import { selectLabels } from './form.sql.ts'

export type FormFieldView = Static<typeof FormField>

/** What everybody has, by the names that requests know. */
const STANDARD = new Map<string, FormFieldView>([
  ['name', { name: 'name', label: 'Name', kind: 'text', options: [] }],
  ['email', { name: 'email', label: 'Email', kind: 'email', options: [] }],
  ['phone', { name: 'phone', label: 'Phone', kind: 'phone', options: [] }],
])

/** The fields of some attributes of contacts, in their order; one that is not defined any more is left out. */
export async function fieldsFor(tx: Tx, actor: Actor, names: string[]): Promise<FormFieldView[]> {
  const own = names.filter(name => !STANDARD.has(name))
  const [defined, labels] =
    own.length === 0
      ? [new Map<string, AttributeDefinition>(), new Map<string, string>()]
      : await Promise.all([
          definedAttributes(tx, actor.workspace.id, 'contact'),
          selectLabels(tx, actor.workspace.id, own),
        ])
  return names.flatMap(name => {
    const definition = defined.get(name)
    return STANDARD.get(name) ?? (definition ? [fieldOf(definition, labels.get(name) ?? name)] : [])
  })
}

/** Refuses to ask for what contacts do not have, for nothing, and for too much at once. */
export async function requireFields(tx: Tx, actor: Actor, names: string[]): Promise<string[]> {
  const asked = [...new Set(names)]
  if (asked.length === 0) throw invalid('attributes must name one at least', 'attributes')
  if (asked.length > MOST_FIELDS)
    throw invalid(`a form may ask for at most ${MOST_FIELDS} attributes`, 'attributes')
  const known = new Set((await fieldsFor(tx, actor, asked)).map(({ name }) => name))
  const unknown = asked.find(name => !known.has(name))
  if (unknown !== undefined)
    throw invalid(`'${unknown.slice(0, 100)}' is no attribute that a form can ask for`, 'attributes')
  return asked
}

const MOST_FIELDS = 8

function fieldOf({ name, data_type, options }: AttributeDefinition, label: string): FormFieldView {
  const values = (Array.isArray(options) ? options : []).flatMap(option => {
    const { value, archived } = fieldsOf(option)
    return typeof value === 'string' && archived !== true ? [value] : []
  })
  return { name, label, kind: KINDS[data_type] ?? 'text', options: values }
}

const KINDS: Record<string, FormFieldView['kind']> = {
  ...{ integer: 'number', float: 'number', boolean: 'boolean', date: 'date', datetime: 'date' },
  ...{ options: 'choice', list: 'choice' },
}
