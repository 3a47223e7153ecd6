import { useVirtualizer } from '@tanstack/react-virtual'
import { PanelLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { useList } from '../../data/conversations.ts'
import { saysFor } from '../../data/query.ts'
import { LIST_STATES, type ListState, type View } from '../../data/views.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty, Failure, Skeleton } from '../../ui/states.tsx'
import { ConversationRow, ROW_HEIGHT } from './conversation-row.tsx'
import { ViewLinks } from './views-pane.tsx'

const STATE_NAMES = {
  open: 'inbox.stateOpen',
  snoozed: 'inbox.stateSnoozed',
  closed: 'inbox.stateClosed',
} as const satisfies Record<ListState, PlainKey>

/** The conversations of a view; however many there are, only those in sight are drawn. */
export const ListPane = ({
  views,
  view,
  state,
  onState,
  list,
  currentId,
  className,
}: {
  views: View[]
  view: View
  state: ListState
  onState: (state: ListState) => void
  list: ReturnType<typeof useList>
  currentId: string | undefined
  className?: string
}) => (
  <section
    aria-label={t('inbox.conversations')}
    className={cx('flex w-full shrink-0 flex-col border-line border-e bg-surface lg:w-84', className)}
  >
    <div className="flex h-13 shrink-0 items-center gap-2 border-line border-b px-4">
      <div className="-ms-2 xl:hidden">
        <Popover
          label={t('inbox.views')}
          className="w-60"
          trigger={
            <IconButton label={t('inbox.showViews')} icon={<PanelLeft size={17} aria-hidden="true" />} />
          }
        >
          <nav aria-label={t('inbox.views')}>
            <ViewLinks views={views} current={view} />
          </nav>
        </Popover>
      </div>
      <h2 className="min-w-0 flex-1 truncate font-semibold text-md">{view.name}</h2>
      <div className="w-28">
        <Select
          label={t('inbox.which')}
          value={state}
          onChange={onState}
          choices={LIST_STATES.map(value => ({ value, label: t(STATE_NAMES[value]) }))}
        />
      </div>
    </div>
    <ListBody {...{ view, state, list, currentId }} />
  </section>
)

function ListBody(of: {
  view: View
  state: ListState
  list: ReturnType<typeof useList>
  currentId: string | undefined
}) {
  const { state, list } = of
  if (list.isPending) return <ListSkeleton />
  if (list.isError && list.items.length === 0) {
    return (
      <Failure {...saysFor(list.error)}>
        <Button onClick={() => void list.refetch()}>{t('app.retry')}</Button>
      </Failure>
    )
  }
  if (list.items.length > 0) return <Rows {...of} />
  return state === 'open' ? (
    <Empty title={t('inbox.emptyOpen')} says={t('inbox.emptyOpenSays')} />
  ) : (
    <Empty title={t('inbox.emptyOther')} />
  )
}

function Rows({
  view,
  list,
  currentId,
}: {
  view: View
  list: ReturnType<typeof useList>
  currentId: string | undefined
}) {
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
                className="absolute inset-x-0 top-0"
                style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
              >
                <ConversationRow
                  item={item}
                  viewId={view.id}
                  isCurrent={item.conversation.id === currentId}
                />
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
