import { contacts } from '@guichet/contract/operations/contacts.ts'
import { archivedContacts } from '@guichet/contract/operations/inbox/archived-contacts.ts'
import { tags } from '@guichet/contract/operations/tags.ts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { called } from '../text/called.ts'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { type FilterField, type ListSearch, searchQuery } from './filters.ts'
import { type LoadPage, PER_PAGE, sortOf, usePages } from './pages.ts'
import type { Contact } from './person.ts'
import { queryOf } from './query-of.ts'

const WORDS = ['name', 'email', 'phone']

/** Somebody in a list; of the archived also since when they are, and since when blocked. */
export type ListedContact = Contact & { archived_at?: number; blocked_at?: number | null }

const searchOf = ({ archived = false }: ListSearch) => (archived ? archivedContacts.search : contacts.search)

/** How the contacts that were asked for are loaded, page by page. */
export const loadContacts =
  (search: ListSearch, fields: readonly FilterField[]): LoadPage<ListedContact> =>
  async (cursor, signal) => {
    const { data, total_count, pages } = await call(searchOf(search), {
      body: {
        query: searchQuery(search, fields, WORDS),
        pagination: { per_page: PER_PAGE, starting_after: cursor },
        sort: sortOf(search.sort, '-created_at'),
      },
      signal,
    })
    return { rows: data, total: total_count, next: pages.next?.starting_after }
  }

export const useContacts = (search: ListSearch, fields: readonly FilterField[]) =>
  usePages([searchOf(search).path, search, fields.length], loadContacts(search, fields))

/** The people whose name or address has some words, those who were there last before others; of one role where that is said. */
export function usePeopleFound(words: string, role: Contact['role'] | undefined) {
  const find = words.trim()
  const where = role === undefined ? [] : [{ field: 'role', is: 'is' as const, value: role }]
  const { data } = useQuery({
    queryKey: [contacts.search.path, 'found', find, role],
    queryFn: ({ signal }) =>
      loadContacts({ ...(find && { find }), where, sort: '-last_seen_at' }, [ROLE])(null, signal),
    placeholderData: keepPreviousData,
  })
  return { people: data?.rows.slice(0, MOST_FOUND) ?? [], isThere: data !== undefined }
}

const ROLE = { name: 'role', label: '', kind: 'choice' } as const

const MOST_FOUND = 20

/** What people are called, by their ids. */
export function useContactNames(ids: string[]): Map<string, string> {
  const wanted = [...new Set(ids)].sort().slice(0, MOST_NAMES)
  const { data } = useQuery({
    ...queryOf(contacts.search, {
      body: {
        query: { field: 'id', operator: 'IN', value: wanted },
        pagination: { per_page: MOST_NAMES },
      },
    }),
    enabled: wanted.length > 0,
    placeholderData: before => before,
  })
  return new Map(data?.data.map(contact => [contact.id, called(contact)]))
}

const MOST_NAMES = 150

/** Puts a tag on many at once; taken off again by undoing. */
export function useTagMany() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      name,
      ids,
      untag = false,
      kind,
    }: {
      name: string
      ids: string[]
      untag?: boolean
      kind: 'users' | 'companies'
    }) => call(tags.create, { body: { name, [kind]: ids.map(id => ({ id, ...(untag && { untag }) })) } }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () => client.invalidateQueries(),
  })
}
