import type { AnswerOf } from '@guichet/contract/operation.ts'
import { articles } from '@guichet/contract/operations/articles.ts'
import { collections } from '@guichet/contract/operations/collections.ts'
import { knowledge } from '@guichet/contract/operations/inbox/knowledge.ts'
import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

export type Tree = AnswerOf<typeof knowledge.tree>
export type Shelf = Tree['collections'][number]
export type Leaf = Tree['articles'][number]
export type Site = Tree['sites'][number]

const treeQuery = queryOf(knowledge.tree, {})

/** Every collection and article, in their order. */
export const useTree = () => useQuery({ ...treeQuery, staleTime: 10_000, refetchOnWindowFocus: true })

export const refreshTree = (client: QueryClient): void =>
  void client.invalidateQueries({ queryKey: treeQuery.queryKey })

/** The articles whose texts have some words, the best first; nothing for fewer than three letters. */
export function useFoundArticles(words: string): string[] | undefined {
  const phrase = words.trim()
  const { data } = useQuery({
    ...queryOf(articles.search, { query: { phrase } }),
    enabled: phrase.length >= 3,
    placeholderData: keepPreviousData,
  })
  return phrase.length >= 3 ? data?.data.articles.map(({ id }) => id) : undefined
}

/** Changes of the tree show once they are done: the server says where everything is. */
function useTreeChange<V, R>(run: (of: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    meta: { failed: t('knowledge.failed') },
    onSettled: () => refreshTree(client),
  })
}

export const useCreateArticle = () =>
  useTreeChange((of: { title: string; collectionId: string | undefined; authorId: string }) =>
    call(articles.create, {
      body: {
        ...{ title: of.title, author_id: Number(of.authorId), state: 'draft' as const },
        ...(of.collectionId !== undefined && { parent_ids: [Number(of.collectionId)] }),
      },
    }),
  )

export const useDeleteArticle = () => useTreeChange((id: string) => call(articles.delete, { params: { id } }))

export const useCreateCollection = () =>
  useTreeChange((of: { name: string; description: string; parentId: string | undefined; siteId?: string }) =>
    call(collections.create, {
      body: {
        ...{ name: of.name, description: of.description },
        ...(of.parentId !== undefined && { parent_id: of.parentId }),
        ...(of.siteId !== undefined && of.parentId === undefined && { help_center_id: Number(of.siteId) }),
      },
    }),
  )

/** The texts of a collection in each language. */
export const useCollection = (id: string | undefined) =>
  useQuery({
    ...queryOf(collections.find, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
    staleTime: 0,
  })

export function useUpdateCollection() {
  const client = useQueryClient()
  return useTreeChange(
    async ({ id, texts }: { id: string; texts: Record<string, { name: string; description: string }> }) => {
      const answer = await call(collections.update, { params: { id }, body: { translated_content: texts } })
      await client.invalidateQueries({ queryKey: [collections.find.path] })
      return answer
    },
  )
}

export const useDeleteCollection = () =>
  useTreeChange((id: string) => call(collections.delete, { params: { id } }))

export interface ArticlePlace {
  id: string
  from: string | null
  to: string | null
  before: string | null
}

export interface CollectionPlace {
  id: string
  parent: string | null
  before: string | null
}

const without = (ids: string[], id: string): string[] => ids.filter(each => each !== id)

const putBefore = (ids: string[], id: string, before: string | null): string[] => {
  const others = without(ids, id)
  const at = before === null ? -1 : others.indexOf(before)
  return at === -1 ? [...others, id] : others.toSpliced(at, 0, id)
}

/** The tree after an article was put elsewhere. */
export function afterArticleMove(tree: Tree, { id, from, to, before }: ArticlePlace): Tree {
  const has = tree.places.some(place => place.collection_id === to)
  const places = to === null || has ? tree.places : [...tree.places, { collection_id: to, article_ids: [] }]
  return {
    ...tree,
    articles: tree.articles.map(leaf =>
      leaf.id === id
        ? {
            ...leaf,
            collection_ids: [
              ...new Set(
                [...leaf.collection_ids.filter(each => each !== from), to].flatMap(each => each ?? []),
              ),
            ],
          }
        : leaf,
    ),
    places: places.map(place => {
      if (place.collection_id === to)
        return { ...place, article_ids: putBefore(place.article_ids, id, before) }
      return place.collection_id === from ? { ...place, article_ids: without(place.article_ids, id) } : place
    }),
  }
}

/** The tree after a collection was put elsewhere. */
export function afterCollectionMove(tree: Tree, { id, parent, before }: CollectionPlace): Tree {
  const moved = tree.collections.find(shelf => shelf.id === id)
  if (!moved) return tree
  const others = tree.collections.filter(shelf => shelf !== moved)
  const at = before === null ? -1 : others.findIndex(shelf => shelf.id === before)
  const shelf = { ...moved, parent_id: parent }
  return { ...tree, collections: at === -1 ? [...others, shelf] : others.toSpliced(at, 0, shelf) }
}

/** Moves show at once, and are taken back where they are refused. */
function useMove<V>(run: (of: V) => Promise<unknown>, after: (tree: Tree, of: V) => Tree) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    meta: { failed: t('knowledge.moveFailed') },
    onMutate: async of => {
      await client.cancelQueries({ queryKey: treeQuery.queryKey })
      const tree = client.getQueryData(treeQuery.queryKey)
      if (tree) client.setQueryData(treeQuery.queryKey, after(tree, of))
      return tree
    },
    onError: (_error, _of, tree) => tree && client.setQueryData(treeQuery.queryKey, tree),
    onSettled: () => refreshTree(client),
  })
}

export const usePlaceArticle = () =>
  useMove(
    ({ id, from, to, before }: ArticlePlace) =>
      call(knowledge.placeArticle, {
        params: { id },
        body: { from_id: from, collection_id: to, before_id: before },
      }),
    afterArticleMove,
  )

export const usePlaceCollection = () =>
  useMove(
    ({ id, parent, before }: CollectionPlace) =>
      call(knowledge.placeCollection, { params: { id }, body: { parent_id: parent, before_id: before } }),
    afterCollectionMove,
  )

/** What readers looked for. */
export const useHelpSearches = (days: number, unanswered: boolean) =>
  useQuery({
    ...queryOf(knowledge.searches, { query: { days, unanswered } }),
    placeholderData: keepPreviousData,
  })
