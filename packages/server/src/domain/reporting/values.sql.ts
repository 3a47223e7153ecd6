import { type Expression, sql } from 'kysely'
import type { DB } from '../../db/schema.d.ts'
import type { Attribute, Prefix, Scope } from './dataset.ts'

/** A column with its table, such as `conversations.state`. */
export type Column = { [T in keyof DB]: `${T}.${keyof DB[T] & string}` }[keyof DB]

export const column =
  (name: Column): Attribute['value'] =>
  () =>
    sql.ref(name)

/** A value in words for people; one that has none is told as it is. */
export const worded =
  (value: Expression<unknown>, words: Record<string, string>): Attribute['value'] =>
  () => {
    const cases = Object.entries(words).map(([from, to]) => sql`when ${from} then ${to}`)
    return sql`case ${value} ${sql.join(cases, sql` `)} else ${value} end`
  }

export const teamName =
  (id: Column | Expression<number | null>): Attribute['value'] =>
  ({ tx, workspaceId }) =>
    tx
      .selectFrom('teams')
      .select('teams.name')
      .where('teams.workspace_id', '=', workspaceId)
      .where('teams.id', '=', sql<number>`${columnOr(id)}`)

export const teammateName =
  (id: Column | Expression<number | null>): Attribute['value'] =>
  ({ tx, workspaceId }) =>
    tx
      .selectFrom('admins')
      .select('admins.name')
      .where('admins.workspace_id', '=', workspaceId)
      .where('admins.id', '=', sql<number>`${columnOr(id)}`)

const columnOr = (value: Column | Expression<unknown>) => (typeof value === 'string' ? sql.ref(value) : value)

/** The names of the tags on a conversation, in the order of the alphabet. */
export const tagNames: Attribute['value'] = ({ tx, workspaceId }) =>
  tx
    .selectFrom('taggings')
    .innerJoin('tags', tag =>
      tag.onRef('tags.workspace_id', '=', 'taggings.workspace_id').onRef('tags.id', '=', 'taggings.tag_id'),
    )
    .select(sql<string>`string_agg(tags.name, ', ' order by tags.name)`.as('names'))
    .where('taggings.workspace_id', '=', workspaceId)
    .where('taggings.object_type', '=', 'conversation')
    .where('taggings.object_id', '=', sql<string>`conversations.id::text`)

/** Something of whoever a conversation is with: of several, of the first. */
export const ofContact =
  (value: Expression<unknown>): Attribute['value'] =>
  ({ tx, workspaceId }) =>
    tx
      .selectFrom('conversation_contacts')
      .innerJoin('contacts', contact =>
        contact
          .onRef('contacts.workspace_id', '=', 'conversation_contacts.workspace_id')
          .onRef('contacts.id', '=', 'conversation_contacts.contact_id'),
      )
      .select(sql`${value}`.as('value'))
      .where('conversation_contacts.workspace_id', '=', workspaceId)
      .where('conversation_contacts.conversation_id', '=', sql.ref<number>('conversations.id'))
      .orderBy('conversation_contacts.created_at')
      .orderBy('conversation_contacts.contact_id')
      .limit(1)

export const companyName: Attribute['value'] = ({ tx, workspaceId }) =>
  tx
    .selectFrom('companies')
    .select('companies.name')
    .where('companies.workspace_id', '=', workspaceId)
    .where('companies.id', '=', sql.ref<string>('conversations.company_id'))

/** A custom attribute: of the conversation, or of the person it is with. */
export const custom = (prefix: Prefix, name: string): Attribute['value'] =>
  prefix === 'people'
    ? ofContact(sql`contacts.custom_attributes ->> ${name}::text`)
    : () => sql`conversations.custom_attributes ->> ${name}::text`

/** A value as it stands in the file. */
export const told = ({ prefix, value }: Attribute, scope: Scope): Expression<unknown> =>
  prefix === 'timestamp' ? localTime(value(scope), scope.timezone) : value(scope)

/** No time is past the year 9999, where some would not fit. */
const localTime = (at: Expression<unknown>, timezone: string) =>
  sql`to_char(to_timestamp(least(${at}, 253402300799)) at time zone ${timezone}::text, 'YYYY-MM-DD HH24:MI:SS')`
