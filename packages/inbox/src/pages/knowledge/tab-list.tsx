import type { ReactNode } from 'react'
import type { Pages } from '../../data/pages.ts'
import { Unshown } from '../../parts/unshown.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, SkeletonLines } from '../../ui/states.tsx'

/** The list of a tab as far as it was asked for, or what stands in its place. */
export function TabList<Row>({
  list,
  icon,
  emptyTitle,
  emptySays,
  children,
}: {
  list: Pages<Row>
  icon: ReactNode
  emptyTitle: string
  emptySays: string
  children: ReactNode
}) {
  if (list.isPending)
    return (
      <div className="py-4">
        <SkeletonLines count={6} label={t('app.loading')} />
      </div>
    )
  if (list.isError && list.rows.length === 0) return <Unshown query={list} />
  if (list.rows.length === 0)
    return (
      <div className="flex rounded-xl border border-line py-8">
        <Empty icon={icon} title={emptyTitle} says={emptySays} />
      </div>
    )
  return (
    <>
      {children}
      {list.hasNextPage && (
        <Button className="mt-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('knowledge.more')}
        </Button>
      )}
    </>
  )
}

/** What a tab is about, and what can be done there. */
export const TabHead = ({ says, children }: { says: string; children?: ReactNode }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
    <p className="min-w-40 max-w-prose flex-1 text-soft">{says}</p>
    {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
  </div>
)
