import { type ExpressionBuilder, sql } from 'kysely'
import { compiledForIds } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.d.ts'

/** How many items an addressable list shows. */
export const MOST_SHOWN = 10

/** How many there are, and the ids of the newest of them; null for none. */
export type Newest<Id> = [number, Id[] | null]

export type ContactRow = Awaited<ReturnType<typeof selectContactViews>>[number]

/** Contacts with the newest of what hangs on each, in one statement; merged ones too, in no order. */
export const selectContactViews = compiledForIds(
  'text',
  { workspaceId: 'workspace' },
  (tx, { workspaceId }, id) =>
    tx
      .selectFrom('contacts')
      .selectAll('contacts')
      .select(contacts => [
        newestTags(contacts, workspaceId).as('tags'),
        newestNotes(contacts, workspaceId).as('notes'),
        newestCompanies(contacts, workspaceId).as('companies'),
        newestChoices(contacts, workspaceId, 'opt_out').as('opted_out'),
        newestChoices(contacts, workspaceId, 'opt_in').as('opted_in'),
      ])
      .where('contacts.workspace_id', '=', workspaceId)
      .where('contacts.id', '=', id),
)

type Contacts = ExpressionBuilder<DB, 'contacts'>

const newestTags = (contacts: Contacts, workspaceId: string) =>
  contacts
    .selectFrom('taggings')
    .select(newest<number>('taggings.tag_id', 'taggings.applied_at').as('newest'))
    .where('taggings.workspace_id', '=', workspaceId)
    .where('taggings.object_type', '=', 'contact')
    .whereRef('taggings.object_id', '=', 'contacts.id')

const newestNotes = (contacts: Contacts, workspaceId: string) =>
  contacts
    .selectFrom('notes')
    .select(newest<number>('notes.id', 'notes.created_at').as('newest'))
    .where('notes.workspace_id', '=', workspaceId)
    .whereRef('notes.contact_id', '=', 'contacts.id')

const newestCompanies = (contacts: Contacts, workspaceId: string) =>
  contacts
    .selectFrom('contact_companies')
    .select(newest<string>('contact_companies.company_id', 'contact_companies.created_at').as('newest'))
    .where('contact_companies.workspace_id', '=', workspaceId)
    .whereRef('contact_companies.contact_id', '=', 'contacts.id')

const newestChoices = (contacts: Contacts, workspaceId: string, consent: 'opt_in' | 'opt_out') =>
  contacts
    .selectFrom('contact_subscriptions')
    .select(
      newest<number>('contact_subscriptions.subscription_type_id', 'contact_subscriptions.created_at').as(
        'newest',
      ),
    )
    .where('contact_subscriptions.workspace_id', '=', workspaceId)
    .where('contact_subscriptions.consent_type', '=', consent)
    .whereRef('contact_subscriptions.contact_id', '=', 'contacts.id')

function newest<Id>(id: string, at: string) {
  const ids = sql`(array_agg(${sql.ref(id)} order by ${sql.ref(at)} desc, ${sql.ref(id)} desc))[1:${sql.lit(MOST_SHOWN)}]`
  return sql<Newest<Id>>`json_build_array(count(*), ${ids})`
}

/** The merges into many contacts, the latest first. */
export const selectMergesInto = (tx: Tx, workspaceId: string, ids: string[]) =>
  tx
    .selectFrom('contact_merges')
    .select([
      'into_contact_id',
      'from_contact_id',
      'created_at',
      sql<string | null>`snapshot ->> 'role'`.as('role'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('into_contact_id', '=', sql<string>`any(${ids}::text[])`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
