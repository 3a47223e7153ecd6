import { fieldsOf } from '@guichet/contract/fields.ts'
import type { MergePreviewAttributeChange } from '@guichet/contract/models/contact-merge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Person } from './preview.sql.ts'

type AttributeChange = Static<typeof MergePreviewAttributeChange>

/** What becomes of every value of the contact merged away; values the survivor has already are no change. */
export function attributeChanges(from: Person, into: Person): AttributeChange[] {
  const own = { ...fieldsOf(into.custom_attributes), ...valuesOf(into) }
  const taken = Object.entries({ ...valuesOf(from), ...fieldsOf(from.custom_attributes) })
  return [...taken.flatMap(([field, value]) => changeOf(field, value, own[field])), ...companies(from, into)]
}

const VALUES = [
  ...([
    'email',
    'external_id',
    'phone',
    'name',
    'avatar',
    'owner_id',
    'signed_up_at',
    'language_override',
  ] as const),
  ...(['browser', 'browser_version', 'browser_language', 'os', 'referrer'] as const),
  ...(['utm_campaign', 'utm_content', 'utm_medium', 'utm_source', 'utm_term'] as const),
] as const

const valuesOf = (person: Person): Record<string, unknown> =>
  Object.fromEntries(VALUES.map(name => [name, person[name]]))

function changeOf(field: string, value: unknown, own: unknown): AttributeChange[] {
  if (value == null || value === own) return []
  return own == null
    ? [{ field, outcome: 'adopted', from_value: value, new_into_value: value }]
    : [{ field, outcome: 'discarded', from_value: value, into_value: own, new_into_value: own }]
}

function companies(from: Person, into: Person): AttributeChange[] {
  const all = [...new Set([...into.companies, ...from.companies])]
  if (all.length === into.companies.length) return []
  return [
    {
      field: 'companies',
      outcome: 'merged',
      from_value: from.companies,
      into_value: into.companies,
      new_into_value: all,
    },
  ]
}
