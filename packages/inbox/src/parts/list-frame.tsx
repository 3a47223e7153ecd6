import { Search } from 'lucide-react'
import { createContext, type ReactNode, type RefObject, use, useEffect, useRef, useState } from 'react'
import { completeOf, type FilterField, type ListSearch } from '../data/filters.ts'
import type { Pages } from '../data/pages.ts'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/input.tsx'
import { Empty, Skeleton } from '../ui/states.tsx'
import { AddFilter, FilterRows } from './filter-bar.tsx'
import { Unshown } from './unshown.tsx'
import { useRowFocus } from './use-row-focus.ts'
import { useTitle } from './use-title.ts'

/** Where filters are added, on the page that is a list. */
const AddPlace = createContext<RefObject<HTMLButtonElement | null> | undefined>(undefined)

/** A page that is a list: its name, how many there are, what it is narrowed by, and the list below. */
export function ListFrame({
  title,
  count,
  findLabel,
  fields,
  search,
  onSearch,
  aside,
  saved,
  children,
}: {
  title: string
  /** How many there are, in words. */
  count: string | undefined
  findLabel: string
  fields: readonly FilterField[]
  search: ListSearch
  onSearch: (search: ListSearch) => void
  /** At the end of the row of controls. */
  aside?: ReactNode
  /** What can be done with a filter that is set. */
  saved?: ReactNode
  children: ReactNode
}) {
  useTitle(title)
  const where = search.where ?? []
  const focus = useRowFocus(where.length)
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5 md:px-6">
        <h1 className="font-semibold text-lg tracking-tight">{title}</h1>
        <span role="status" className="me-auto text-faint">
          {count}
        </span>
        <div className="flex min-w-0 items-center gap-2 max-md:w-full">
          <Find
            key={title}
            label={findLabel}
            value={search.find ?? ''}
            onFind={find => onSearch({ ...search, find })}
          />
          <AddFilter
            fields={fields}
            where={where}
            focus={focus}
            onAdd={condition => onSearch({ ...search, where: [...where, condition] })}
          />
          {aside}
        </div>
      </div>
      <FilterRows
        fields={fields}
        where={where}
        any={search.any ?? false}
        focus={focus}
        onChange={changed => onSearch({ ...search, ...changed })}
      />
      {saved && completeOf(where).length > 0 && (
        <div className="flex flex-wrap gap-2 border-line border-b px-4 py-2 md:px-6">{saved}</div>
      )}
      <AddPlace value={focus.add}>{children}</AddPlace>
    </main>
  )
}

/** How long somebody stops typing before what they typed is looked for. */
const PAUSE_MS = 250

function Find({ label, value, onFind }: { label: string; value: string; onFind: (words: string) => void }) {
  const [words, setWords] = useState(value)
  const find = useRef(onFind)
  find.current = onFind
  /** What was looked for and has not come back yet. */
  const asked = useRef<string[]>([])
  useEffect(() => {
    const at = asked.current.indexOf(value)
    asked.current.splice(0, at + 1)
    // Where nobody asked for it here, it was changed elsewhere: cleared, or gone back from.
    if (at < 0) setWords(value)
  }, [value])
  useEffect(() => {
    if (words === value) return
    const timer = window.setTimeout(() => {
      asked.current.push(words)
      find.current(words)
    }, PAUSE_MS)
    return () => window.clearTimeout(timer)
  }, [words, value])
  return (
    <div className="min-w-0 flex-1 md:w-60">
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        icon={<Search size={14} />}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
    </div>
  )
}

/** The list itself, or what stands in its place. */
export function ListStates<Row>({
  list,
  isNarrowed,
  emptyTitle,
  emptySays,
  onClear,
  children,
}: {
  list: Pages<Row>
  isNarrowed: boolean
  emptyTitle: string
  emptySays: string
  onClear: () => void
  children: ReactNode
}) {
  const addPlace = use(AddPlace)
  if (list.isPending) return <RowsSkeleton />
  if (list.isError && list.rows.length === 0) return <Unshown query={list} />
  if (list.rows.length > 0) return children
  return isNarrowed ? (
    <Empty title={t('people.noneMatch')} says={t('people.noneMatchSays')}>
      <Button
        onClick={() => {
          // It goes with what it clears: who pressed it goes on where filters are added.
          addPlace?.current?.focus()
          onClear()
        }}
      >
        {t('people.clear')}
      </Button>
    </Empty>
  ) : (
    <Empty title={emptyTitle} says={emptySays} />
  )
}

/** Whether a list shows less than all there is. */
export const isNarrowed = ({ find, where }: ListSearch): boolean =>
  Boolean(find?.trim()) || completeOf(where ?? []).length > 0

const RowsSkeleton = () => (
  <div role="status" aria-label={t('app.loading')} className="flex flex-col">
    {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(key => (
      <div key={key} className="flex h-11 items-center gap-4 border-line border-b px-6">
        <Skeleton className="size-6 rounded-full" />
        <Skeleton className="h-3 w-40" />
        <Skeleton className="h-3 flex-1" />
      </div>
    ))}
  </div>
)
