import { missing } from '@guichet/contract/errors.ts'
import type { CreateContactRequest } from '@guichet/contract/operations/contacts.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { checkNamed, type NamedCompany } from '../company/index.ts'
import type { AttributeDefinition } from '../data-attribute/index.ts'
import { booleanOf, cellValue, timeOf } from './cell.ts'
import type { ImportModel, Target } from './guess.ts'

/** What the rows of a file become. */
export interface Reading {
  model: ImportModel
  mapping: Target[]
  role: 'user' | 'lead'
  attributes: ReadonlyMap<string, AttributeDefinition>
}

/** A row of a file of contacts: what it says of somebody, and of the company they are in. */
export interface ContactRow {
  request: Static<typeof CreateContactRequest>
  company: NamedCompany | undefined
}

/** Reads a row of contacts. An empty cell says nothing, and changes nothing. 400 for a row that names nobody. */
export function readContactRow(reading: Reading, cells: string[]): ContactRow {
  const { given, custom_attributes } = readCells(reading, cells)
  const [external_id, email] = [given.get('external_id'), given.get('email')]
  if (external_id === undefined && email === undefined)
    throw missing('email', 'The row has neither an id nor an e-mail address')
  return {
    request: {
      ...(external_id !== undefined && { external_id }),
      ...(email !== undefined && { email }),
      ...pick(given, ['phone', 'name', 'owner_id']),
      ...times(given, ['signed_up_at', 'last_seen_at']),
      ...(given.has('unsubscribed_from_emails') && {
        unsubscribed_from_emails: booleanOf(
          'unsubscribed_from_emails',
          given.get('unsubscribed_from_emails') ?? '',
        ),
      }),
      ...(Object.keys(custom_attributes).length > 0 && { custom_attributes }),
    },
    company: companyOf(given),
  }
}

/** The company of a row, by its id or by a name alone, which is then its id. */
function companyOf(given: Given): NamedCompany | undefined {
  const name = given.get('company_name')
  const company_id = given.get('company_id') ?? name
  if (company_id === undefined) return undefined
  const company = { company_id, name: name ?? null }
  checkNamed(company)
  return company
}

/** Reads a row of companies; 400 for one that names none. */
export function readCompanyRow(reading: Reading, cells: string[]) {
  const { given, custom_attributes } = readCells(reading, cells)
  const company_id = given.get('company_id')
  if (company_id === undefined) throw missing('company_id', 'The row has no id of a company')
  return {
    company_id,
    ...pick(given, ['name', 'plan', 'website', 'industry']),
    ...number(given, 'size', 'integer'),
    ...number(given, 'monthly_spend', 'float'),
    ...times(given, ['remote_created_at']),
    ...(Object.keys(custom_attributes).length > 0 && { custom_attributes }),
  }
}

type Given = Map<Target['to'], string>

function readCells({ mapping, attributes }: Reading, cells: string[]) {
  const given: Given = new Map()
  const custom_attributes: Record<string, unknown> = {}
  for (const [at, { to, name, data_type = 'string' }] of mapping.entries()) {
    const cell = cells[at]?.trim() ?? ''
    if (cell === '' || to === 'ignore') continue
    if (to !== 'attribute' && to !== 'new_attribute') given.set(to, cell)
    else if (name !== undefined)
      custom_attributes[name] = cellValue(attributes.get(name)?.data_type ?? data_type, name, cell)
  }
  return { given, custom_attributes }
}

const pick = (given: Given, names: Target['to'][]): Record<string, string> =>
  Object.fromEntries(names.flatMap(name => (given.has(name) ? [[name, given.get(name) ?? '']] : [])))

const times = (given: Given, names: Target['to'][]): Record<string, number> =>
  Object.fromEntries(
    names.flatMap(name => (given.has(name) ? [[name, timeOf(name, given.get(name) ?? '')]] : [])),
  )

function number(given: Given, name: Target['to'], type: string): Record<string, number> {
  if (!given.has(name)) return {}
  return { [name]: Number(cellValue(type, name, given.get(name) ?? '')) }
}
