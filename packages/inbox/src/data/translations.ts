import type { AnswerOf } from '@guichet/contract/operation.ts'
import { translations } from '@guichet/contract/operations/inbox/translations.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { language as ownLanguage } from '../text/language.ts'
import { call } from './client.ts'
import type { Conversation, Part } from './conversations.ts'
import { queryOf } from './query-of.ts'

export type Translations = AnswerOf<typeof translations.ofConversation>

/** Whether anything is translated here. Only its operator changes that. */
export const useTranslationService = () =>
  useQuery({ ...queryOf(translations.findService, {}), staleTime: 10 * 60_000, retry: false })

/** Whether what customers write can be read in the language of the app. */
export function useIsTranslating(): boolean {
  const { data } = useTranslationService()
  const own = ownLanguage()
  return data?.languages.some(({ code }) => code.split('-')[0] === own) ?? false
}

/** What customers wrote in a conversation, in the language of the app: asked for anew when they write more. */
export function useTranslations(conversation: Conversation) {
  const isTranslating = useIsTranslating()
  const to = ownLanguage()
  const { id } = conversation
  return useQuery({
    ...queryOptions<Translations>({
      queryKey: [translations.ofConversation.path, id, to, saidIn(conversation)],
      queryFn: ({ signal }) => call(translations.ofConversation, { params: { id }, body: { to }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      placeholderData: (before, query) => (query?.queryKey[1] === id ? keepPreviousData(before) : undefined),
    }),
    enabled: isTranslating,
  })
}

/** Which words of customers there are: the last of them, and whether any was taken away. */
function saidIn({ source, conversation_parts: listed }: Conversation): string {
  const parts = listed?.conversation_parts ?? []
  const last = parts.findLast(part => isByCustomer(part) && part.body)
  const gone = parts.filter(({ redacted }) => redacted).length + (source.redacted ? 1 : 0)
  return `${last?.id ?? 'source'} ${gone}`
}

export const isByCustomer = ({ author }: Pick<Part, 'author'>): boolean =>
  !['admin', 'bot', 'team'].includes(author.type)

/** A reply in the language of the customer, to look at before it is sent. */
export const translateReply = (body: string, to: string, signal: AbortSignal) =>
  call(translations.ofReply, { body: { body, from: ownLanguage(), to }, signal })
