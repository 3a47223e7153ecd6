import { contacts } from '@guichet/contract/operations/contacts.ts'
import { conversations } from '@guichet/contract/operations/conversations.ts'
import { type FirstMessageRequest, firstMessages } from '@guichet/contract/operations/inbox/first-messages.ts'
import { HINDRANCES, type Hindrance } from '@guichet/contract/reach-errors.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import { loadContacts } from './contacts.ts'
import { prefetchConversation, refreshLists } from './conversations.ts'
import type { Contact } from './person.ts'
import { queryOf } from './query-of.ts'
import { Refusal } from './refusal.ts'

export type FirstMessage = Static<typeof FirstMessageRequest>
export type FirstChannel = FirstMessage['channel']
export type { Hindrance }

/** By which channels somebody can be written to. */
export const useReach = (id: string | undefined) =>
  useQuery({
    ...queryOf(firstMessages.reach, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
    refetchOnWindowFocus: true,
  })

/** The people whose name or address has some words, those who were there last before others; of one role where that is said. */
export function usePeopleFound(words: string, role?: Contact['role']) {
  const find = words.trim()
  const where = role === undefined ? [] : [{ field: 'role', is: 'is' as const, value: role }]
  const { data, isPlaceholderData } = useQuery({
    queryKey: [contacts.search.path, 'found', find, role],
    queryFn: ({ signal }) =>
      loadContacts({ ...(find && { find }), where, sort: '-last_seen_at' }, [ROLE])(null, signal),
    placeholderData: keepPreviousData,
  })
  return {
    people: data?.rows.slice(0, MOST_FOUND) ?? [],
    isOld: isPlaceholderData,
    isThere: data !== undefined,
  }
}

const ROLE = { name: 'role', label: '', kind: 'choice' } as const

const MOST_FOUND = 20

/** Begins a conversation; it is loaded before it is told of, so that it opens at once. */
export function useBegin() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: FirstMessage) => {
      const conversation = await call(firstMessages.begin, { body })
      await prefetchConversation(client, conversation.id)
      return conversation
    },
    onSuccess: () => refreshLists(client),
    // What stands against it may have come up since one began to write.
    onError: () => client.invalidateQueries({ queryKey: [firstMessages.reach.path] }),
    onSettled: () => client.invalidateQueries({ queryKey: [conversations.search.path] }),
  })
}

/** What stood against it, where a refusal says that. */
export const hindranceIn = (error: unknown): Hindrance | undefined =>
  error instanceof Refusal ? HINDRANCES.find(code => code === error.code) : undefined

/** What was begun and not sent. */
export interface FirstDraft {
  body: string
  subject: string
  channel?: FirstChannel | undefined
}

const keyOf = (to: string | undefined): string => `guichet.draft.to.${to ?? ''}`

/** What was begun to somebody, or to nobody yet, kept in this browser. */
export function firstDraftOf(to: string | undefined): FirstDraft {
  const kept: unknown = JSON.parse(localStorage.getItem(keyOf(to)) ?? '{}')
  const text = (name: string) => {
    const value = typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const channel = (['inapp', 'email'] as const).find(each => each === text('channel'))
  return { body: text('body'), subject: text('subject'), channel }
}

export function keepFirstDraft(to: string | undefined, draft: FirstDraft): void {
  if (draft.body === '' && draft.subject === '') localStorage.removeItem(keyOf(to))
  else localStorage.setItem(keyOf(to), JSON.stringify(draft))
}
