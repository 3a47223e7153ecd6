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
import { selectUserId } from './contact.sql.ts'
import { type ContactView, type ViewOptions, viewContacts } from './contact.view.ts'
import { listedContacts } from './contacts-where.sql.ts'

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
  const page = await searchPage<string, 'contacts'>({ tx, actor }, search, {
    searchable: contactSearchable(tx, actor),
    listed: condition => listedContacts(tx, actor.workspace.id).where(condition),
    order: NEWEST_FIRST,
    endpoint: 'contacts/search',
    perPage: asked => perPage(asked, { usual: 50, most: 150 }),
  })
  return viewPage(tx, actor, page, options)
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
