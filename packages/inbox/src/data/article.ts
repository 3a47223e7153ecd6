import type { AnswerOf } from '@guichet/contract/operation.ts'
import { articles, type UpdateArticleRequest } from '@guichet/contract/operations/articles.ts'
import { audiences } from '@guichet/contract/operations/audiences.ts'
import { contentTags } from '@guichet/contract/operations/content-tags.ts'
import { knowledge } from '@guichet/contract/operations/inbox/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import type { DraftSource } from './article-drafts.ts'
import { call } from './client.ts'
import { refreshTree } from './knowledge.ts'
import { useMe } from './me.ts'
import { queryOf } from './query-of.ts'

export type Article = AnswerOf<typeof knowledge.edit>
export type ArticleText = Article['languages'][number]
export type Saved = AnswerOf<typeof knowledge.save>

export const articleQuery = (id: string) => queryOf(knowledge.edit, { params: { id } })

/** An article as its writers see it; what others change comes in by asking again. */
export const useArticle = (id: string) =>
  useQuery({ ...articleQuery(id), staleTime: 2_000, refetchInterval: 10_000, refetchOnWindowFocus: true })

/** Where the text of an article in a language is saved. */
export function useArticleSource(id: string, locale: string): DraftSource<ArticleText> {
  const client = useQueryClient()
  return {
    key: `guichet.article.${id}.${locale}`,
    save: body => call(knowledge.save, { params: { id }, query: { locale }, body }),
    keep: text => keepText(client, id, text),
  }
}

/** Puts a text that was saved in its place. */
function keepText(client: QueryClient, id: string, text: ArticleText): void {
  // An answer that is under way may be older.
  void client.cancelQueries({ queryKey: articleQuery(id).queryKey })
  client.setQueryData(
    articleQuery(id).queryKey,
    article =>
      article && {
        ...article,
        languages: article.languages.map(each => (each.locale === text.locale ? text : each)),
      },
  )
}

function useArticleChange<V>(id: string, run: (of: V) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    meta: { failed: t('knowledge.failed') },
    onSettled: async () => {
      refreshTree(client)
      await client.invalidateQueries({ queryKey: articleQuery(id).queryKey })
    },
  })
}

type Update = Static<typeof UpdateArticleRequest>

/** Changes anything of an article but its text: its state in a language, when it is published, for whom it is. */
export const useUpdateArticle = (id: string) =>
  useArticleChange(id, (body: Update) => call(articles.update, { params: { id }, body }))

export const useDiscardText = (id: string) =>
  useArticleChange(id, (locale: string) => call(knowledge.discard, { params: { id }, query: { locale } }))

/** Tags of an article, put on and taken off. */
export function useArticleTags(id: string) {
  const me = useMe()
  return {
    add: useArticleChange(id, (tagId: string) =>
      call(contentTags.attachToArticle, {
        params: { article_id: id },
        body: { id: tagId, admin_id: me.admin.id },
      }),
    ),
    remove: useArticleChange(id, (tagId: string) =>
      call(contentTags.detachFromArticle, { params: { article_id: id, id: tagId } }),
    ),
  }
}

export const useAudiences = () =>
  useQuery({ ...queryOf(audiences.list, { query: { per_page: '50' } }), staleTime: 60_000 }).data?.data ?? []

/** Keeps a picture, and says where it is. */
export async function keepImage(file: File): Promise<string> {
  const data = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  const body = { name: file.name || 'image', data: data.slice(data.indexOf(',') + 1) }
  return (await call(knowledge.keepImage, { body })).url
}
