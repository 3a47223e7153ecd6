import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

/** One page of a list, and the cursor to the next. */
export interface PageOf<Row> {
  rows: Row[]
  total: number
  next: string | undefined
}

export type LoadPage<Row> = (cursor: string | null, signal?: AbortSignal) => Promise<PageOf<Row>>

export const PER_PAGE = 50

/** A list as far as it has been scrolled. What was found before stays while it is narrowed. */
export function usePages<Row>(key: readonly unknown[], load: LoadPage<Row>, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
    enabled,
  })
  const pages = query.data?.pages ?? []
  return { ...query, rows: pages.flatMap(page => page.rows), total: pages[0]?.total ?? 0 }
}

/** What a table shows and how it goes on. */
export type Pages<Row> = ReturnType<typeof usePages<Row>>

/** `-created_at` as a search wants it. */
export const sortOf = (sort: string | undefined, otherwise: string) => {
  const wanted = sort ?? otherwise
  return wanted.startsWith('-')
    ? { field: wanted.slice(1), order: 'descending' }
    : { field: wanted, order: 'ascending' }
}
