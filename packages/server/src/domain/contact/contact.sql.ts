import {
  type Expression,
  type Insertable,
  type InsertQueryBuilder,
  type Selectable,
  type SqlBool,
  sql,
  type Updateable,
} from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Contacts, DB } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

export type NewContact = Insertable<Contacts>
export type StoredContact = Selectable<Contacts>

/** Columns to change; a column that stays as it is is not there at all. */
export type ContactPatch = {
  [Column in keyof Updateable<Contacts>]?: Exclude<Updateable<Contacts>[Column], undefined>
}

/** What other nouns need to know of a contact. */
export interface ContactRef {
  id: string
  role: 'visitor' | 'lead' | 'user'
  external_id: string | null
  name: string | null
  email: string | null
}

const ref = ['id', 'role', 'external_id', 'name', 'email'] as const

/** A contact that is there: not merged away. */
export const selectContactRef = (tx: Tx, workspaceId: string, id: string): Promise<ContactRef | undefined> =>
  tx
    .selectFrom('contacts')
    .select(ref)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()

/** As `selectContactRef`, for many ids in no order. */
export const selectContactRefs = (tx: Tx, workspaceId: string, ids: string[]): Promise<ContactRef[]> =>
  tx
    .selectFrom('contacts')
    .select(ref)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .where('merged_into', 'is', null)
    .execute()

/** One id is compared by itself: PostgreSQL plans that once, but a list of unknown length at every execution. */
export const anyOf = (ids: string[]) =>
  ids.length === 1 ? sql<string>`${ids[0]}` : sql<string>`any(${ids}::text[])`

/** How a person is named in a request. */
export type ContactKey = { id: string } | { external_id: string } | { email: string }

/** The contact of a key: a user before a lead before a visitor, then the one made first. */
export const selectContactBy = (
  tx: Tx,
  workspaceId: string,
  key: ContactKey,
): Promise<ContactRef | undefined> =>
  tx
    .selectFrom('contacts')
    .select(ref)
    .where('workspace_id', '=', workspaceId)
    .where('merged_into', 'is', null)
    .where(keyCondition(key))
    .orderBy(sql`case role when 'user' then 0 when 'lead' then 1 else 2 end`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

function keyCondition(key: ContactKey): Expression<SqlBool> {
  if ('id' in key) return sql`id = ${key.id}`
  return 'email' in key ? sql`email = ${key.email}` : sql`external_id = ${key.external_id}`
}

/** Answers the new contact; nothing when a user has its email or external id already. */
export const insertContact = (
  tx: Tx,
  contact: NewContact,
): InsertQueryBuilder<DB, 'contacts', StoredContact> =>
  tx
    .insertInto('contacts')
    .values(contact)
    .onConflict(conflict => conflict.doNothing())
    .returningAll()

/** A contact as it is stored, held until the transaction ends so that changes of it follow one another. */
export const lockContact = (tx: Tx, workspaceId: string, id: string): Promise<StoredContact | undefined> =>
  tx
    .selectFrom('contacts')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export async function updateContactRow(
  tx: Tx,
  workspaceId: string,
  id: string,
  patch: ContactPatch,
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set(patch)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Makes a visitor a lead; undefined for somebody who is none any more. */
export const promoteRow = (tx: Tx, actor: Actor, id: string): Promise<ContactRef | undefined> =>
  tx
    .updateTable('contacts')
    .set({ role: 'lead', updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .where('role', '=', 'visitor')
    .returning(ref)
    .executeTakeFirst()

/** Moves times forward, never back. */
export async function touchContactRows(
  tx: Tx,
  workspaceId: string,
  ids: string[],
  times: Partial<Record<TouchedTime, number | undefined>>,
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set(row => ({
      ...(times.last_replied_at !== undefined && {
        last_replied_at: row.fn('greatest', ['last_replied_at', row.val(times.last_replied_at)]),
      }),
      ...(times.last_contacted_at !== undefined && {
        last_contacted_at: row.fn('greatest', ['last_contacted_at', row.val(times.last_contacted_at)]),
      }),
      ...(times.last_seen_at !== undefined && {
        last_seen_at: row.fn('greatest', ['last_seen_at', row.val(times.last_seen_at)]),
      }),
      ...(times.updated_at !== undefined && {
        updated_at: row.fn('greatest', ['updated_at', row.val(times.updated_at)]),
      }),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', anyOf(ids))
    .execute()
}

export type TouchedTime =
  | 'last_replied_at'
  | 'last_contacted_at'
  | 'last_seen_at'
  | 'last_request_at'
  | 'updated_at'

/** What stands in the way of an identity. */
export interface Rival {
  id: string
  archived_at: number | null
  blocked_at: number | null
}

interface Identity {
  email?: string | null | undefined
  external_id?: string | null | undefined
}

/** The other user that has one of these, or a contact that has and is blocked. */
export const selectRival = (
  tx: Tx,
  workspaceId: string,
  { email, external_id }: Identity,
  among: 'users' | 'blocked',
  except = '',
): Promise<Rival | undefined> =>
  tx
    .selectFrom('contacts')
    .select(['id', 'archived_at', 'blocked_at'])
    .where('workspace_id', '=', workspaceId)
    .where('merged_into', 'is', null)
    .where('id', '!=', except)
    .where(row => (among === 'users' ? row('role', '=', 'user') : row('blocked_at', 'is not', null)))
    .where(row =>
      row.or([
        ...(email ? [row('email', '=', email)] : []),
        ...(external_id ? [row('external_id', '=', external_id)] : []),
      ]),
    )
    .orderBy(sql`(external_id is not distinct from ${external_id ?? null}::text)`, 'desc')
    .limit(1)
    .executeTakeFirst()

/** Whether these contacts are archived, blocked or merged away; nothing of visitors. */
export const selectStandings = (tx: Tx, workspaceId: string, ids: string[]) =>
  tx
    .selectFrom('contacts')
    .select(['id', 'archived_at', 'blocked_at', 'merged_into'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', anyOf(ids))
    .where('role', '!=', 'visitor')
    .execute()

/** Where a contact that was merged away lives on, after at most three merges of the survivors themselves. */
export async function selectSurvivor(tx: Tx, workspaceId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .withRecursive('hops', db =>
      db
        .selectFrom('contacts')
        .select(['id', 'merged_into', sql<number>`0`.as('hop')])
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .unionAll(
          db
            .selectFrom('contacts')
            .innerJoin('hops', 'hops.merged_into', 'contacts.id')
            .select(['contacts.id', 'contacts.merged_into', sql<number>`hops.hop + 1`.as('hop')])
            .where('contacts.workspace_id', '=', workspaceId)
            .where('hops.hop', '<', 3),
        ),
    )
    .selectFrom('hops')
    .select('id')
    .where('merged_into', 'is', null)
    .where('hop', '>', 0)
    .executeTakeFirst()
  return row?.id
}

/** The user of an external id; when nobody has it, the last one merged away that had. */
export async function selectUserId(
  tx: Tx,
  workspaceId: string,
  externalId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('contacts')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('external_id', '=', externalId)
    .where(row => row.or([row('role', '=', 'user'), row('merged_into', 'is not', null)]))
    .orderBy(sql`merged_into is not null`)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
