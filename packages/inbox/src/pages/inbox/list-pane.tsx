import { useVirtualizer } from '@tanstack/react-virtual'
import { lazy, Suspense, useEffect, useRef } from 'react'
import type { useList } from '../../data/conversations.ts'
import type { View } from '../../data/views.ts'
import { Unshown } from '../../parts/unshown.tsx'
import { loadArea, t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { Empty, Skeleton } from '../../ui/states.tsx'
import { ConversationRow, ROW_HEIGHT } from './conversation-row.tsx'
import { ListHead, type Showing } from './list-head.tsx'
import { RowCheckbox } from './row-checkbox.tsx'
import type { Chosen } from './use-chosen.ts'

/** Loaded when the first conversation is chosen. */
const BulkBar = lazy(async () => {
  const [bar] = await Promise.all([import('./bulk-bar.tsx'), loadArea('desk')])
  return { default: bar.BulkBar }
})

/** The conversations of a view; however many there are, only those in sight are drawn. */
export const ListPane = ({
  list,
  chosen,
  mayChoose,
  className,
  ...of
}: {
  views: View[]
  view: View
  showing: Showing
  onShow: (showing: Showing) => void
  onNewView: () => void
  onChangeView: () => void
  list: ReturnType<typeof useList>
  chosen: Chosen
  /** Whether whoever looks may do anything with what they choose. */
  mayChoose: boolean
  currentId: string | undefined
  className?: string
}) => (
  <section
    aria-label={t('inbox.conversations')}
    className={cx('flex w-full shrink-0 flex-col border-line border-e bg-surface lg:w-84', className)}
  >
    <ListHead {...of} />
    {chosen.ids.size > 0 && (
      <Suspense fallback={<div className="h-11 shrink-0 border-line border-b bg-accent-soft" />}>
        <BulkBar
          chosen={chosen}
          conversations={list.items
            .map(({ conversation }) => conversation)
            .filter(({ id }) => chosen.ids.has(id))}
          isAll={chosen.ids.size === list.items.length}
        />
      </Suspense>
    )}
    <ListBody {...of} list={list} {...(mayChoose && { chosen })} />
  </section>
)

interface ListedIn {
  view: View
  list: ReturnType<typeof useList>
  chosen?: Chosen
  currentId: string | undefined
}

function ListBody({ showing, ...of }: ListedIn & { showing: Showing }) {
  const { list } = of
  if (list.isPending) return <ListSkeleton />
  if (list.isError && list.items.length === 0) {
    return <Unshown query={list} />
  }
  if (list.items.length > 0) return <Rows {...of} />
  return showing.state === 'open' ? (
    <Empty title={t('inbox.emptyOpen')} says={t('inbox.emptyOpenSays')} />
  ) : (
    <Empty title={t('inbox.emptyOther')} />
  )
}

function Rows({ view, list, chosen, currentId }: ListedIn) {
  const scroller = useRef<HTMLDivElement>(null)
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const inSight = rows.getVirtualItems()
  const last = inSight.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= items.length - 10) void fetchNextPage()
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage])
  const at = items.findIndex(({ conversation }) => conversation.id === currentId)
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [at, rows])
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul aria-label={view.name} className="relative" style={{ height: rows.getTotalSize() }}>
        {inSight.map(({ index, start }) => {
          const item = items[index]
          return (
            item && (
              <li
                key={item.conversation.id}
                aria-setsize={list.total}
                aria-posinset={index + 1}
                className="group absolute inset-x-0 top-0"
                style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
              >
                <ConversationRow
                  item={item}
                  viewId={view.id}
                  isCurrent={item.conversation.id === currentId}
                  isChosen={chosen?.ids.has(item.conversation.id) ?? false}
                />
                {chosen && <RowCheckbox item={item} chosen={chosen} />}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

const ListSkeleton = () => (
  <div role="status" aria-label={t('app.loading')}>
    {['a', 'b', 'c', 'd', 'e', 'f'].map(key => (
      <div key={key} className="flex gap-3 px-4 py-3.5">
        <Skeleton className="size-7 rounded-full" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-3 w-2/5" />
          <Skeleton className="h-3 w-4/5" />
        </div>
      </div>
    ))}
  </div>
)
