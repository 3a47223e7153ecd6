import type { AnswerOf } from '@guichet/contract/operation.ts'
import { knowledge } from '@guichet/contract/operations/inbox/knowledge.ts'
import { internalArticles } from '@guichet/contract/operations/internal-articles.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Drafted, DraftSource } from './article-drafts.ts'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

type Text = AnswerOf<typeof knowledge.editInternal>['text']

const queryFor = (id: string) => queryOf(knowledge.editInternal, { params: { id } })

/** Its text as articles have theirs, without a description. */
export type InternalDraft = Text & Pick<Drafted, 'description'>
export const draftedOf = (text: Text): InternalDraft => ({ ...text, description: '' })

/** An internal article as its writers see it; what others change comes in by asking again. */
export const useInternalArticle = (id: string) =>
  useQuery({ ...queryFor(id), staleTime: 2_000, refetchInterval: 10_000, refetchOnWindowFocus: true })

/** Where the text of an internal article is saved. */
export function useInternalSource(id: string): DraftSource<InternalDraft> {
  const client = useQueryClient()
  return {
    key: keyOfDraft(id),
    async save({ title, body, revision }) {
      const { outcome, text } = await call(knowledge.saveInternal, {
        params: { id },
        body: { title, body, revision },
      })
      return { outcome, text: draftedOf(text) }
    },
    keep({ description: _, ...text }) {
      const { queryKey } = queryFor(id)
      // An answer that is under way may be older.
      void client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, article => article && { ...article, text })
      void client.invalidateQueries({ queryKey: [internalArticles.list.path] })
    },
  }
}

/** What of it is not saved yet is kept in this browser under this name. */
export const keyOfDraft = (id: string): string => `guichet.internal.${id}`
