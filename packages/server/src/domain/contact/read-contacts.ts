import type { ArchivedContactList } from '@guichet/contract/models/archived-contact.ts'
import type { ContactList } from '@guichet/contract/models/contact.ts'
import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { type IdPage, type Order, pageOfIds } from '../../db/search/page.ts'
import { searchPage } from '../../db/search/search-page.ts'
import type { Actor } from '../actor.ts'
import { cursorPages, perPage } from '../paging.ts'
import { mayReadContacts } from './contact.policy.ts'
import { whyGone } from './contact.require.ts'
import { contactSearchable } from './contact.search.ts'
import { selectStandings, selectUserId } from './contact.sql.ts'
import { type ContactView, type ViewOptions, viewContacts } from './contact.view.ts'
import { archivedContacts, listedContacts } from './contacts-where.sql.ts'

/** One contact; 404 for none, 410 with the way to the survivor for one that was merged away. */
export async function findContactView(
  tx: Tx,
  actor: Actor,
  { id, ...options }: ViewOptions & { id: string },
): Promise<ContactView> {
  mayReadContacts(actor)
  const [view] = await viewContacts(tx, actor, [id], options)
  if (!view) throw await whyGone(tx, actor, id)
  return view
}

/** One user by the id its owner gave it. */
export async function findByExternalId(
  tx: Tx,
  actor: Actor,
  { externalId, ...options }: ViewOptions & { externalId: string },
): Promise<ContactView> {
  mayReadContacts(actor)
  const id = await selectUserId(tx, actor.workspace.id, externalId)
  return findContactView(tx, actor, { ...options, id: id ?? '' })
}

export interface ContactListing extends ViewOptions {
  per_page?: string | undefined
  starting_after?: string | undefined
}

/** All contacts, page by page, the newest first. */
export async function listContacts(
  tx: Tx,
  actor: Actor,
  query: ContactListing,
): Promise<Static<typeof ContactList>> {
  mayReadContacts(actor)
  const page = await pageOfIds<string, 'contacts'>(tx, listedContacts(tx, actor.workspace.id), NEWEST_FIRST, {
    ...{ endpoint: 'contacts', perPage: perPage(query.per_page, { usual: 10, most: 150 }) },
    startingAfter: query.starting_after,
  })
  return viewPage(tx, actor, page, query)
}

/** The contacts a query asks for, page by page. */
export async function searchContacts(
  tx: Tx,
  actor: Actor,
  { search, ...options }: ViewOptions & { search: Static<typeof SearchRequest> },
): Promise<Static<typeof ContactList>> {
  mayReadContacts(actor)
  return searchAmong(tx, actor, {
    ...{ search, options, endpoint: 'contacts/search' },
    among: listedContacts(tx, actor.workspace.id),
  })
}

/** The archived contacts a query asks for, page by page, each with since when it is archived and blocked. */
export async function searchArchived(
  tx: Tx,
  actor: Actor,
  search: Static<typeof SearchRequest>,
): Promise<Static<typeof ArchivedContactList>> {
  mayReadContacts(actor)
  const page = await searchAmong(tx, actor, {
    ...{ search, options: {}, endpoint: 'contacts/archived/search' },
    among: archivedContacts(tx, actor.workspace.id),
  })
  const ids = page.data.map(({ id }) => id)
  const standings = new Map((await selectStandings(tx, actor.workspace.id, ids)).map(row => [row.id, row]))
  return {
    ...page,
    data: page.data.flatMap(contact => {
      const { archived_at = null, blocked_at = null } = standings.get(contact.id) ?? {}
      return archived_at === null ? [] : [{ ...contact, archived_at, blocked_at }]
    }),
  }
}

async function searchAmong(
  tx: Tx,
  actor: Actor,
  of: {
    search: Static<typeof SearchRequest>
    options: ViewOptions
    among: ReturnType<typeof listedContacts>
    endpoint: string
  },
) {
  const page = await searchPage<string, 'contacts'>({ tx, actor }, of.search, {
    searchable: contactSearchable(tx, actor),
    listed: condition => of.among.where(condition),
    order: NEWEST_FIRST,
    endpoint: of.endpoint,
    perPage: asked => perPage(asked, { usual: 50, most: 150 }),
  })
  return viewPage(tx, actor, page, of.options)
}

const NEWEST_FIRST: Order = {
  ...{ column: 'contacts.created_at', columnType: 'bigint', direction: 'desc' },
  ...{ id: 'contacts.id', idType: 'text' },
}

async function viewPage(tx: Tx, actor: Actor, page: IdPage<string>, options: ViewOptions) {
  return {
    type: 'list' as const,
    data: await viewContacts(tx, actor, page.ids, options),
    total_count: page.total,
    pages: cursorPages(page.page, page.perPage, page.total, page.next),
  }
}
