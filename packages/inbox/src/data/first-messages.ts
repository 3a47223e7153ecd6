import { conversations } from '@guichet/contract/operations/conversations.ts'
import { type FirstMessageRequest, firstMessages } from '@guichet/contract/operations/inbox/first-messages.ts'
import { HINDRANCES, type Hindrance } from '@guichet/contract/reach-errors.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import { prefetchConversation, refreshLists } from './conversations.ts'
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
