import type { Import, ImportModel, ImportTarget } from '../../data/imports.ts'
import { type PlainKey, t } from '../../text/t.ts'

/** What a column of each kind of file can become, in the order in which it is offered. */
const FIELDS: Record<ImportModel, [ImportTarget['to'], PlainKey][]> = {
  contact: [
    ['external_id', 'imports.externalId'],
    ['email', 'imports.email'],
    ['name', 'imports.name'],
    ['phone', 'imports.phone'],
    ['company_id', 'imports.companyId'],
    ['company_name', 'imports.companyName'],
    ['owner_id', 'imports.ownerId'],
    ['signed_up_at', 'imports.signedUpAt'],
    ['last_seen_at', 'imports.lastSeenAt'],
    ['unsubscribed_from_emails', 'imports.unsubscribed'],
  ],
  company: [
    ['company_id', 'imports.companyId'],
    ['name', 'imports.companyName'],
    ['plan', 'imports.plan'],
    ['size', 'imports.size'],
    ['website', 'imports.website'],
    ['industry', 'imports.industry'],
    ['monthly_spend', 'imports.monthlySpend'],
    ['remote_created_at', 'imports.createdAt'],
  ],
}

export const TYPES = ['string', 'integer', 'float', 'boolean', 'date'] as const

const TYPE_NAMES: Record<(typeof TYPES)[number], PlainKey> = {
  string: 'imports.typeString',
  integer: 'imports.typeInteger',
  float: 'imports.typeFloat',
  boolean: 'imports.typeBoolean',
  date: 'imports.typeDate',
}

/** What a column may become, each under a key of its own. */
export function choicesFor(
  model: ImportModel,
  column: string,
  attributes: { name: string; label: string }[],
  mayMake: boolean,
): { value: string; label: string }[] {
  return [
    { value: keyOf({ to: 'ignore' }), label: t('imports.ignore') },
    ...FIELDS[model].map(([to, label]) => ({ value: keyOf({ to }), label: t(label) })),
    ...attributes.map(({ name, label }) => ({ value: keyOf({ to: 'attribute', name }), label })),
    ...(mayMake
      ? TYPES.map(data_type => ({
          value: keyOf({ to: 'new_attribute', name: column, data_type }),
          label: t('imports.newAttribute', { type: t(TYPE_NAMES[data_type]) }),
        }))
      : []),
  ]
}

export const keyOf = ({ to, name, data_type }: ImportTarget): string =>
  to === 'attribute' ? `attribute ${name}` : to === 'new_attribute' ? `new ${data_type}` : to

/** What a key stands for, for a column. */
export function targetOf(model: ImportModel, key: string, column: string): ImportTarget {
  const type = TYPES.find(each => key === `new ${each}`)
  if (type) return { to: 'new_attribute', name: nameOf(column), data_type: type }
  if (key.startsWith('attribute ')) return { to: 'attribute', name: key.slice('attribute '.length) }
  const field = FIELDS[model].find(([to]) => to === key)
  return { to: field?.[0] ?? 'ignore' }
}

/** A name an attribute can have: no dots, and no dollars. */
const nameOf = (column: string): string => column.replace(/[.$]/g, '_').trim().slice(0, 190)

/** Whether rows can be told apart by what was chosen. */
export const isTold = ({ model }: Pick<Import, 'model'>, mapping: ImportTarget[]): boolean =>
  mapping.some(({ to }) =>
    model === 'contact' ? to === 'external_id' || to === 'email' : to === 'company_id',
  )
