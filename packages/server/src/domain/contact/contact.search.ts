import { contactDatesAreExact } from '@guichet/contract/changes/gates.ts'
import type { Operator } from '@guichet/contract/search.ts'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DayRule, Searchable, SearchContext, SearchField, SortColumn } from '../../db/search/fields.ts'
import type { Actor } from '../actor.ts'
import { searchableAttributes } from '../data-attribute/index.ts'
import { segmentCondition, selectSegments } from '../segment/index.ts'
import { tagField } from '../tag/index.ts'
import { NOBODY } from './contact.search.sql.ts'

/** What can be searched in contacts. */
export function contactSearchable(tx: Tx, actor: Actor): Searchable {
  const attribute = searchableAttributes(tx, actor, {
    ...{ model: 'contact', column: 'contacts.custom_attributes', byDay: attributeDays },
  })
  const searchable: Searchable = {
    field: name => attribute(name) ?? (name === 'segment_id' ? segment(() => searchable) : FIELDS.get(name)),
    sort: name => SORTS.get(name),
  }
  return searchable
}

const attributeDays: DayRule = actor =>
  actor.gates.has(contactDatesAreExact) ? 'UTC' : actor.workspace.timezone

const DATES = new Set([
  ...['created_at', 'updated_at', 'signed_up_at', 'last_seen_at', 'last_contacted_at', 'last_replied_at'],
  ...['last_email_opened_at', 'last_email_clicked_at', 'ios_last_seen_at', 'android_last_seen_at'],
])

/** Whole days of the workspace, or seconds where the version has them. */
const date = (name: string): SearchField => ({
  kind: 'date',
  column: `contacts.${name}`,
  operators: actor => (isExact(actor) ? BY_SECOND : BY_DAY),
  byDay: actor => (isExact(actor) ? undefined : actor.workspace.timezone),
})

const isExact = (actor: Actor): boolean => actor.gates.has(contactDatesAreExact)

const BY_DAY: readonly Operator[] = ['=', '>', '<']
const BY_SECOND: readonly Operator[] = ['=', '!=', '>', '<', '>=', '<=']

const segment = (searchable: () => Searchable): SearchField => ({
  kind: 'member',
  operators: ['=', '!=', 'IN', 'NIN'],
  holds: (context, values) => inSegments(context, searchable(), values.map(String)),
  isEmpty: () => NOBODY,
})

/** Whether any of these segments holds a contact. */
async function inSegments(
  context: SearchContext,
  searchable: Searchable,
  ids: string[],
): Promise<Expression<SqlBool>> {
  const { tx, actor } = context
  const segments = await selectSegments(tx, actor.workspace.id, ['contact', 'user'])
  const conditions = await Promise.all(
    segments
      .filter(({ id }) => ids.includes(id))
      .map(segment => segmentCondition(context, searchable, segment)),
  )
  return conditions.length === 0 ? NOBODY : sql`(${sql.join(conditions, sql` or `)})`
}

const named = (kind: 'text' | 'boolean', ...names: string[]) =>
  names.map(name => [name, { kind, column: `contacts.${name}` }] as const)

/** Names on the wire that are not a column's own. */
const renamed = (...pairs: [string, string][]) =>
  pairs.map(([name, column]) => [name, { kind: 'text', column: `contacts.${column}` }] as const)

const SORTS = new Map<string, SortColumn>([
  ...['created_at', 'updated_at'].map(name => time(name)),
  ...[...DATES].filter(name => name !== 'created_at' && name !== 'updated_at').map(name => time(name, -1)),
  ...['id', 'role'].map(name => [name, { column: `contacts.${name}`, columnType: 'text' }] as const),
  ...['name', 'email', 'email_domain', 'phone', 'external_id', 'language_override', 'browser', 'os'].map(
    name => [name, { column: `contacts.${name}`, columnType: 'text', nullAs: '' }] as const,
  ),
  ['owner_id', { column: 'contacts.owner_id', columnType: 'bigint', nullAs: 0 }],
])

/** Times of requests are never before 1970, so -1 is none of them. */
function time(name: string, nullAs?: number): [string, SortColumn] {
  const column = `contacts.${name}`
  return [name, { column, columnType: 'bigint', ...(nullAs !== undefined && { nullAs }) }]
}

const FIELDS = new Map<string, SearchField>([
  ...[...DATES].map(name => [name, date(name)] as const),
  ['id', { kind: 'exact', column: 'contacts.id' }],
  ['role', { kind: 'exact', column: 'contacts.role' }],
  ['external_id', { kind: 'exact', column: 'contacts.external_id' }],
  ['email', { kind: 'exact', column: 'contacts.email', lowerCased: true }],
  ['email_domain', { kind: 'exact', column: 'contacts.email_domain', lowerCased: true }],
  ['phone', { kind: 'exact', column: 'contacts.phone' }],
  ['owner_id', { kind: 'number', column: 'contacts.owner_id', zeroIsNull: true }],
  ['tag_id', tagField({ type: 'contact', idColumn: 'contacts.id' })],
  ...named(
    'text',
    'name',
    'avatar',
    'formatted_phone',
    'language_override',
    'browser',
    'browser_language',
    'os',
  ),
  ...renamed(
    ['location.country', 'location_country'],
    ['location.region', 'location_region'],
    ['location.city', 'location_city'],
  ),
  ...named('boolean', 'unsubscribed_from_emails', 'marked_email_as_spam', 'has_hard_bounced'),
  ...named('text', 'ios_app_version', 'ios_device', 'ios_os_version', 'ios_app_name', 'ios_sdk_version'),
  ...named('text', 'android_app_version', 'android_device', 'android_app_name', 'android_sdk_version'),
  ...renamed(['ios_app_device', 'ios_device'], ['andoid_sdk_version', 'android_sdk_version']),
])

/** The names of all fields but those the workspace defines itself. */
export const CONTACT_FIELDS: readonly string[] = [...FIELDS.keys()]
