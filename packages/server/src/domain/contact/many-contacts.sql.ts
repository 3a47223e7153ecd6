import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { StoredContact } from './contact.sql.ts'

/** What is written of many contacts at once, each with all of it. */
export type ManyColumns = Pick<
  StoredContact,
  | 'id'
  | 'external_id'
  | 'email'
  | 'email_verified'
  | 'phone'
  | 'formatted_phone'
  | 'name'
  | 'owner_id'
  | 'signed_up_at'
  | 'last_seen_at'
  | 'unsubscribed_from_emails'
  | 'custom_attributes'
>

const COLUMNS = [
  ...(['id', 'external_id', 'email', 'email_verified', 'phone', 'formatted_phone', 'name'] as const),
  ...(['owner_id', 'signed_up_at', 'last_seen_at', 'unsubscribed_from_emails', 'custom_attributes'] as const),
] as const satisfies (keyof ManyColumns)[]

/** The rows as one parameter, so that the statement is the same however many there are. */
const given = (rows: ManyColumns[]) =>
  sql<ManyColumns>`(select * from jsonb_to_recordset(${json(rows)}::jsonb) as row (
    id text, external_id text, email text, email_verified boolean, phone text, formatted_phone text, name text,
    owner_id bigint, signed_up_at bigint, last_seen_at bigint, unsubscribed_from_emails boolean,
    custom_attributes jsonb))`.as('given')

/** The new contacts; those whose email or external id a user has are not among them. */
export const insertContacts = (
  tx: Tx,
  actor: Actor,
  role: 'user' | 'lead',
  rows: ManyColumns[],
): Promise<StoredContact[]> =>
  tx
    .insertInto('contacts')
    .columns(['workspace_id', 'role', 'created_at', 'updated_at', ...COLUMNS])
    .expression(
      tx
        .selectFrom(given(rows.map(onlyColumns)))
        .select([
          sql<string>`${actor.workspace.id}::text`.as('workspace_id'),
          sql<'user' | 'lead'>`${role}::text`.as('role'),
          sql<number>`${actor.now}::bigint`.as('created_at'),
          sql<number>`${actor.now}::bigint`.as('updated_at'),
        ])
        .select(COLUMNS.map(column => sql<never>`${sql.ref(`given.${column}`)}`.as(column))),
    )
    .onConflict(conflict => conflict.doNothing())
    .returningAll()
    .execute()

export const updateContacts = (tx: Tx, actor: Actor, rows: ManyColumns[]): Promise<StoredContact[]> =>
  tx
    .updateTable('contacts')
    .from(given(rows.map(onlyColumns)))
    .set(row => ({
      ...{ external_id: row.ref('given.external_id'), email: row.ref('given.email') },
      ...{ email_verified: row.ref('given.email_verified'), phone: row.ref('given.phone') },
      ...{ formatted_phone: row.ref('given.formatted_phone'), name: row.ref('given.name') },
      ...{ owner_id: row.ref('given.owner_id'), signed_up_at: row.ref('given.signed_up_at') },
      last_seen_at: row.ref('given.last_seen_at'),
      unsubscribed_from_emails: row.ref('given.unsubscribed_from_emails'),
      custom_attributes: sql<string>`given.custom_attributes`,
      updated_at: actor.now,
    }))
    .where('contacts.workspace_id', '=', actor.workspace.id)
    .whereRef('contacts.id', '=', 'given.id')
    .returningAll('contacts')
    .execute()

const onlyColumns = (row: ManyColumns): ManyColumns => ({
  ...{ id: row.id, external_id: row.external_id, email: row.email, email_verified: row.email_verified },
  ...{ phone: row.phone, formatted_phone: row.formatted_phone, name: row.name, owner_id: row.owner_id },
  ...{ signed_up_at: row.signed_up_at, last_seen_at: row.last_seen_at },
  ...{ unsubscribed_from_emails: row.unsubscribed_from_emails, custom_attributes: row.custom_attributes },
})

/** Everybody who is there of some external ids or addresses, or of some ids, held until the transaction ends. */
export const lockContacts = (
  tx: Tx,
  workspaceId: string,
  named: { externalIds: string[]; emails: string[] } | { ids: string[] },
): Promise<StoredContact[]> =>
  tx
    .selectFrom('contacts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('merged_into', 'is', null)
    .where(row =>
      'ids' in named
        ? row('id', '=', sql<string>`any(${named.ids}::text[])`)
        : row.or([
            row('external_id', '=', sql<string>`any(${named.externalIds}::text[])`),
            row('email', '=', sql<string>`any(${named.emails}::text[])`),
          ]),
    )
    // In the order of their ids, so that two who hold some of the same do not wait for each other.
    .orderBy('id')
    .forUpdate()
    .execute()
