import { useNavigate, useSearch } from '@tanstack/react-router'
import { ListFilter, Search } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { type MessagesAsked, useMessageSearch } from '../../data/message-search.ts'
import { saysFor } from '../../data/query.ts'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Input } from '../../ui/input.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'
import { Empty, Failure, SkeletonLines } from '../../ui/states.tsx'
import { HitItem } from './hit-item.tsx'
import { SearchFilters } from './search-filters.tsx'

/** How long somebody stops typing before what they typed is looked for. */
const PAUSE_MS = 200

/** Everything that was ever said, found by its words. */
export function SearchPage() {
  useTitle(t('app.search'))
  const asked = useSearch({ from: '/shell/search' })
  const navigate = useNavigate()
  const list = useRef<HTMLOListElement>(null)
  useHitKeys(list)
  const show = (search: MessagesAsked) => void navigate({ to: '/search', search, replace: true })
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <div className="flex flex-col gap-3 border-line border-b px-4 py-4 md:px-6">
        <h1 className="sr-only">{t('app.search')}</h1>
        <Words words={asked.words ?? ''} onWords={words => show({ ...asked, words })} />
        <Narrowed by={Object.keys(asked).filter(name => name !== 'words').length}>
          <SearchFilters asked={asked} onAsk={show} />
        </Narrowed>
      </div>
      <Scrolls className="flex min-h-0 flex-1 flex-col overflow-y-auto -outline-offset-2">
        <Hits asked={asked} list={list} onClear={() => show(asked.words ? { words: asked.words } : {})} />
      </Scrolls>
    </main>
  )
}

/** On a phone the filters would leave no room for what is found: they come when they are asked for. */
function Narrowed({ by, children }: { by: number; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        icon={<ListFilter size={15} aria-hidden="true" />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="self-start sm:hidden"
      >
        {t('people.filters')}
        {by > 0 && <Badge tone="accent">{by}</Badge>}
      </Button>
      <div className={cx(!isOpen && 'max-sm:hidden')}>{children}</div>
    </>
  )
}

function Words({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words)
  const find = useRef(onWords)
  find.current = onWords
  useEffect(() => {
    if (typed === words) return
    const timer = window.setTimeout(() => find.current(typed), PAUSE_MS)
    return () => window.clearTimeout(timer)
  }, [typed, words])
  return (
    <div className="w-full max-w-3xl">
      <Input
        id="search-words"
        type="search"
        size="lg"
        autoFocus
        aria-label={t('desk.searchWords')}
        placeholder={t('desk.searchWords')}
        icon={<Search size={17} />}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          // Escape leads to the keys of the app, the arrow into what was found.
          if (event.key === 'Escape') event.currentTarget.blur()
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-hit]')?.focus()
        }}
      />
    </div>
  )
}

function Hits({
  asked,
  list,
  onClear,
}: {
  asked: MessagesAsked
  list: React.RefObject<HTMLOListElement | null>
  onClear: () => void
}) {
  const found = useMessageSearch(asked)
  if ((asked.words ?? '').trim() === '')
    return (
      <Empty
        icon={<Search size={28} strokeWidth={1.5} aria-hidden="true" />}
        title={t('desk.searchEverything')}
        says={t('desk.searchSays')}
      />
    )
  if (found.isPending)
    return (
      <div className="p-6">
        <SkeletonLines count={9} label={t('app.loading')} />
      </div>
    )
  if (found.isError && found.hits.length === 0) return <Failure {...saysFor(found.error)} />
  if (found.hits.length === 0)
    return (
      <Empty title={t('people.noneMatch')} says={t('desk.noHits', { words: asked.words ?? '' })}>
        {Object.keys(asked).length > 1 && <Button onClick={onClear}>{t('people.clear')}</Button>}
      </Empty>
    )
  return (
    <>
      <ol ref={list} aria-label={t('desk.hits')} className="w-full max-w-4xl md:px-2 md:py-2">
        {found.hits.map(hit => (
          <HitItem key={`${hit.conversation_id}-${hit.part_id}`} hit={hit} />
        ))}
      </ol>
      {found.hasNextPage && (
        <Button
          look="quiet"
          busy={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
          className="mx-4 mb-6 self-start md:mx-6"
        >
          {t('people.more')}
        </Button>
      )}
    </>
  )
}

/** The keys that lead through a list lead through what was found. */
function useHitKeys(list: React.RefObject<HTMLOListElement | null>): void {
  const go = (by: number) => {
    const hits = [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])]
    const at = hits.findIndex(hit => hit.matches(':focus'))
    hits[Math.max(0, at + by)]?.focus()
  }
  useActions([
    { id: 'search-next', label: t('desk.nextHit'), keys: 'j', group: 'here', run: () => go(1) },
    { id: 'search-previous', label: t('desk.previousHit'), keys: 'k', group: 'here', run: () => go(-1) },
  ])
}
