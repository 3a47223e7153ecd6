import { fieldsOf } from '@guichet/contract/fields.ts'
import type { StoredCompany } from '../company/index.ts'
import type { StoredContact } from '../contact/index.ts'

/** What of something an import can change, or whoever comes after it. */
export interface State {
  fields: Record<string, unknown>
  attributes: Record<string, unknown>
}

const CONTACT = [
  ...(['role', 'external_id', 'email', 'email_verified', 'phone', 'name', 'avatar', 'owner_id'] as const),
  ...(['signed_up_at', 'last_seen_at', 'unsubscribed_from_emails', 'language_override'] as const),
  ...(['archived_at', 'blocked_at', 'last_request_at', 'last_replied_at', 'last_contacted_at'] as const),
] as const
const COMPANY = [
  'name',
  'plan_id',
  'size',
  'website',
  'industry',
  'monthly_spend',
  'remote_created_at',
] as const

export const stateOfContact = (row: StoredContact): State => ({
  fields: Object.fromEntries(CONTACT.map(name => [name, row[name]])),
  attributes: fieldsOf(row.custom_attributes),
})

export const stateOfCompany = (row: StoredCompany): State => ({
  fields: Object.fromEntries(COMPANY.map(name => [name, row[name]])),
  attributes: fieldsOf(row.custom_attributes),
})

/** What is different between two states, as it was in each; what one of them lacks is null. */
export function difference(before: State, after: State): { before: State; after: State } {
  const fields = differing(before.fields, after.fields)
  const attributes = differing(before.attributes, after.attributes)
  return {
    before: { fields: only(before.fields, fields), attributes: only(before.attributes, attributes) },
    after: { fields: only(after.fields, fields), attributes: only(after.attributes, attributes) },
  }
}

/** The names of what is no longer as it was; what the past does not name is not looked at. */
export const changedSince = (past: State, now: State): string[] => [
  ...Object.keys(past.fields).filter(name => !isSame(past.fields[name], now.fields[name])),
  ...Object.keys(past.attributes).filter(name => !isSame(past.attributes[name], now.attributes[name])),
]

/** The names of attributes that somebody has set since. */
export const addedSince = (past: State, now: State): string[] =>
  Object.keys(now.attributes).filter(name => !(name in past.attributes))

const differing = (one: Record<string, unknown>, other: Record<string, unknown>): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(name => !isSame(one[name], other[name]))

const only = (of: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(names.map(name => [name, of[name] ?? null]))

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
