import type { AnswerOf } from '@guichet/contract/operation.ts'
import { contentSnippets } from '@guichet/contract/operations/content-snippets.ts'
import { helpCenterRedirects } from '@guichet/contract/operations/help-center-redirects.ts'
import { internalArticles } from '@guichet/contract/operations/internal-articles.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { usePages } from './pages.ts'
import { queryOf } from './query-of.ts'

export type InternalArticle = AnswerOf<typeof internalArticles.find>
export type Snippet = AnswerOf<typeof contentSnippets.find>
export type Redirect = AnswerOf<typeof helpCenterRedirects.find>

const PER_PAGE = 50

/** Pages by their number, as the lists of content have them. */
const nextOf = (page: number, total: number): string | undefined =>
  page * PER_PAGE < total ? String(page + 1) : undefined

const pageQuery = (cursor: string | null) => ({ page: cursor ?? '1', per_page: String(PER_PAGE) })

/** What teammates read, changed last first. */
export const useInternalArticles = () =>
  usePages<InternalArticle>([internalArticles.list.path], async (cursor, signal) => {
    const answer = await call(internalArticles.list, { query: pageQuery(cursor), signal })
    return {
      ...{ rows: answer.data, total: answer.total_count },
      next: nextOf(Number(cursor ?? 1), answer.total_count),
    }
  })

function useChange<V, R>(path: string, run: (of: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    meta: { failed: t('knowledge.failed') },
    onSuccess: () => client.invalidateQueries({ queryKey: [path] }),
  })
}

export const useCreateInternalArticle = () =>
  useChange(internalArticles.list.path, ({ title, adminId }: { title: string; adminId: string }) =>
    call(internalArticles.create, {
      body: { title, author_id: Number(adminId), owner_id: Number(adminId) },
    }),
  )

export const useDeleteInternalArticle = () =>
  useChange(internalArticles.list.path, (id: string) => call(internalArticles.delete, { params: { id } }))

/** Short texts for the AI agents, changed last first. */
export const useSnippets = () =>
  usePages<Snippet>([contentSnippets.list.path], async (cursor, signal) => {
    const answer = await call(contentSnippets.list, { query: pageQuery(cursor), signal })
    return {
      ...{ rows: answer.data, total: answer.total_count },
      next: nextOf(Number(cursor ?? 1), answer.total_count),
    }
  })

export interface SnippetFields {
  title: string
  body_markdown: string
  locale: string
  ai_chatbot_availability: boolean
  ai_copilot_availability: boolean
}

export const useSaveSnippet = () =>
  useChange(contentSnippets.list.path, ({ id, ...body }: SnippetFields & { id: string | undefined }) =>
    id === undefined
      ? call(contentSnippets.create, { body })
      : call(contentSnippets.update, { params: { id }, body }),
  )

export const useDeleteSnippet = () =>
  useChange(contentSnippets.list.path, (id: string) => call(contentSnippets.delete, { params: { id } }))

/** Old addresses of a help center, and where they lead. */
export const useRedirects = (helpCenterId: string) =>
  useQuery({
    ...queryOf(helpCenterRedirects.list, {
      params: { help_center_id: helpCenterId },
      query: { per_page: '150' },
    }),
    enabled: helpCenterId !== '',
  })

export const useCreateRedirect = (helpCenterId: string) =>
  useChange(
    helpCenterRedirects.list.path,
    (of: { from_url: string; locale: string; target_type: 'article' | 'collection'; target_id: string }) =>
      call(helpCenterRedirects.create, { params: { help_center_id: helpCenterId }, body: of }),
  )

export const useDeleteRedirect = (helpCenterId: string) =>
  useChange(helpCenterRedirects.list.path, (id: string) =>
    call(helpCenterRedirects.delete, { params: { help_center_id: helpCenterId, id } }),
  )
