import { missing } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { findCompany, saveCompany } from '../company/index.ts'
import { createContact, findContactBy, updateContact } from '../contact/index.ts'
import type { AttributeDefinition } from '../data-attribute/index.ts'
import { attachContact } from '../membership/index.ts'
import { booleanOf, cellValue, timeOf } from './cell.ts'
import type { ImportModel, Target } from './guess.ts'

/** What the rows of a file become. */
export interface Reading {
  model: ImportModel
  mapping: Target[]
  role: 'user' | 'lead'
  attributes: ReadonlyMap<string, AttributeDefinition>
}

export interface Taken {
  id: string
  /** Whether it is new. */
  isNew: boolean
}

/** Takes one row by the rules of the API; refuses what that would refuse. An empty cell says nothing, and changes nothing. */
export function importRow(tx: Tx, actor: Actor, reading: Reading, cells: string[]): Promise<Taken> {
  const given = new Map<Target['to'], string>()
  const custom_attributes: Record<string, unknown> = {}
  for (const [at, target] of reading.mapping.entries()) {
    const cell = cells[at]?.trim() ?? ''
    if (cell === '' || target.to === 'ignore') continue
    if (target.to !== 'attribute' && target.to !== 'new_attribute') given.set(target.to, cell)
    else if (target.name !== undefined)
      custom_attributes[target.name] = cellValue(
        reading.attributes.get(target.name)?.data_type ?? target.data_type ?? 'string',
        target.name,
        cell,
      )
  }
  const row = { given, custom_attributes }
  return reading.model === 'contact' ? importContact(tx, actor, reading, row) : importCompany(tx, actor, row)
}

interface Row {
  given: Map<Target['to'], string>
  custom_attributes: Record<string, unknown>
}

async function importContact(
  tx: Tx,
  actor: Actor,
  { role }: Reading,
  { given, custom_attributes }: Row,
): Promise<Taken> {
  const [external_id, email] = [given.get('external_id'), given.get('email')]
  if (external_id === undefined && email === undefined)
    throw missing('email', 'The row has neither an id nor an e-mail address')
  const request = {
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
  }
  const byId = external_id === undefined ? undefined : await findContactBy(tx, actor, { external_id })
  const found = byId ?? (email === undefined ? undefined : await findContactBy(tx, actor, { email }))
  const known = found && found.role !== 'visitor' ? found : undefined
  const { id } = known
    ? await updateContact(tx, actor, { id: known.id, request })
    : await createContact(tx, actor, { ...request, role })
  await joinCompany(tx, actor, id, given)
  return { id, isNew: !known }
}

/** The company of a row, by its id or by a name alone, which is then its id. */
async function joinCompany(
  tx: Tx,
  actor: Actor,
  contactId: string,
  given: Map<Target['to'], string>,
): Promise<void> {
  const name = given.get('company_name')
  const company_id = given.get('company_id') ?? name
  if (company_id === undefined) return
  const { id } = await saveCompany(tx, actor, { company_id, ...(name !== undefined && { name }) })
  await attachContact(tx, actor, { contactId, companyId: id })
}

async function importCompany(tx: Tx, actor: Actor, { given, custom_attributes }: Row): Promise<Taken> {
  const company_id = given.get('company_id')
  if (company_id === undefined) throw missing('company_id', 'The row has no id of a company')
  const known = await findCompany(tx, actor, { company_id })
  const { id } = await saveCompany(tx, actor, {
    company_id,
    ...pick(given, ['name', 'plan', 'website', 'industry']),
    ...number(given, 'size', 'integer'),
    ...number(given, 'monthly_spend', 'float'),
    ...times(given, ['remote_created_at']),
    ...(Object.keys(custom_attributes).length > 0 && { custom_attributes }),
  })
  return { id, isNew: !known }
}

const pick = (given: Map<Target['to'], string>, names: Target['to'][]): Record<string, string> =>
  Object.fromEntries(names.flatMap(name => (given.has(name) ? [[name, given.get(name) ?? '']] : [])))

const times = (given: Map<Target['to'], string>, names: Target['to'][]): Record<string, number> =>
  Object.fromEntries(
    names.flatMap(name => (given.has(name) ? [[name, timeOf(name, given.get(name) ?? '')]] : [])),
  )

function number(given: Map<Target['to'], string>, name: Target['to'], type: string): Record<string, number> {
  if (!given.has(name)) return {}
  return { [name]: Number(cellValue(type, name, given.get(name) ?? '')) }
}
