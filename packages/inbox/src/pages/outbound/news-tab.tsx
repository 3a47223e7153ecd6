import { Link } from '@tanstack/react-router'
import { Megaphone, Plus, Rss } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../data/me.ts'
import { type Delivery, NEW, type NewsItem, useDeliveries, useNews } from '../../data/outbound.ts'
import { saysFor } from '../../data/query.ts'
import { useNames } from '../../data/team.ts'
import { TabHead } from '../../parts/tab-head.tsx'
import { shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Empty, Failure, SkeletonLines } from '../../ui/states.tsx'
import { FeedsDialog } from './feeds-dialog.tsx'

/** What is told, and how it reached. */
export function NewsTab() {
  const list = useNews()
  const deliveries = useDeliveries(list.rows.map(({ id }) => id))
  const mayWrite = useMay('write_content')
  const [showsFeeds, setFeeds] = useState(false)
  return (
    <>
      <TabHead says={t('outbound.newsSays')}>
        {mayWrite && (
          <>
            <Button icon={<Rss size={14} aria-hidden="true" />} onClick={() => setFeeds(true)}>
              {t('outbound.feeds')}
            </Button>
            <Link to="/outbound/news/$id" params={{ id: NEW }} className={buttonClass('primary')}>
              <Plus size={15} aria-hidden="true" />
              {t('outbound.newNews')}
            </Link>
          </>
        )}
      </TabHead>
      {list.isPending ? (
        <SkeletonLines count={6} label={t('app.loading')} />
      ) : list.isError && list.rows.length === 0 ? (
        <Failure {...saysFor(list.error)}>
          <Button onClick={() => void list.refetch()}>{t('app.retry')}</Button>
        </Failure>
      ) : list.rows.length === 0 ? (
        <div className="flex rounded-xl border border-line py-8">
          <Empty
            icon={<Megaphone size={22} aria-hidden="true" />}
            title={t('outbound.newsNone')}
            says={t('outbound.newsNoneSays')}
          />
        </div>
      ) : (
        <ul className="rounded-xl border border-line p-1">
          {list.rows.map(item => (
            <Line key={item.id} item={item} delivery={deliveries.get(item.id)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button className="mt-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('outbound.more')}
        </Button>
      )}
      {showsFeeds && <FeedsDialog onClose={() => setFeeds(false)} />}
    </>
  )
}

function Line({ item, delivery }: { item: NewsItem; delivery: Delivery | undefined }) {
  const nameFor = useNames()
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-2.5 hover:bg-hover">
      <div className="min-w-40 flex-1">
        <Link
          to="/outbound/news/$id"
          params={{ id: item.id }}
          dir="auto"
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {item.title || t('outbound.untitled')}
        </Link>
        <p className="truncate text-faint text-sm">
          {[nameFor('admin', item.sender_id), ...item.labels].filter(Boolean).join(' · ')}
        </p>
      </div>
      {delivery && delivery.reach.seen > 0 && (
        <span className="text-soft text-sm">
          {t('outbound.seen', { count: delivery.reach.seen })}
          {delivery.reach.reactions.slice(0, 3).map(({ reaction, count }) => (
            <span key={reaction} className="ms-2">
              {reaction} {count}
            </span>
          ))}
        </span>
      )}
      <StateOf item={item} delivery={delivery} />
      <span className="w-12 shrink-0 text-end text-faint text-sm">{shortAgo(item.updated_at)}</span>
    </li>
  )
}

export const StateOf = ({ item, delivery }: { item: NewsItem; delivery: Delivery | undefined }) =>
  item.state === 'live' ? (
    <Badge tone="accent">{t('outbound.live')}</Badge>
  ) : delivery?.scheduled_at ? (
    <Badge tone="info">{t('outbound.scheduled')}</Badge>
  ) : (
    <Badge>{t('outbound.draft')}</Badge>
  )
