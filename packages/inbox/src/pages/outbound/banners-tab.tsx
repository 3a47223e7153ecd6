import { Link } from '@tanstack/react-router'
import { Flag, Plus } from 'lucide-react'
import { useMay } from '../../data/me.ts'
import { type Banner, NEW, useBanners } from '../../data/outbound.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { TabHead } from '../../parts/tab-head.tsx'
import { number, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { wordsOf } from './words.ts'

/** What stands on the pages of the workspace, or did. */
export function BannersTab() {
  const list = useBanners()
  const mayWrite = useMay('write_content')
  return (
    <>
      <TabHead says={t('outbound.bannersSays')}>
        {mayWrite && (
          <Link to="/outbound/banners/$id" params={{ id: NEW }} className={buttonClass('primary')}>
            <Plus size={15} aria-hidden="true" />
            {t('outbound.newBanner')}
          </Link>
        )}
      </TabHead>
      <Loaded query={list}>
        {({ data }) =>
          data.length === 0 ? (
            <div className="flex rounded-xl border border-line py-8">
              <Empty
                icon={<Flag size={22} aria-hidden="true" />}
                title={t('outbound.bannersNone')}
                says={t('outbound.bannersNoneSays')}
              />
            </div>
          ) : (
            <ul className="rounded-xl border border-line p-1">
              {data.map(banner => (
                <Line key={banner.id} banner={banner} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

const Line = ({ banner }: { banner: Banner }) => (
  <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-2.5 hover:bg-hover">
    <div className="min-w-40 flex-1">
      <Link
        to="/outbound/banners/$id"
        params={{ id: banner.id }}
        dir="auto"
        className="block truncate font-medium after:absolute after:inset-0"
      >
        {nameOf(banner)}
      </Link>
      <p className="text-faint text-sm">{t('outbound.shownTo', { count: banner.people })}</p>
    </div>
    <span className="text-soft text-sm">
      {t('outbound.clicks')} {number(total(banner, 'clicks'))} · {t('outbound.dismissals')}{' '}
      {number(total(banner, 'dismissals'))}
    </span>
    <BannerState banner={banner} />
    <span className="w-12 shrink-0 text-end text-faint text-sm">{shortAgo(banner.updated_at)}</span>
  </li>
)

/** What a banner is called: its title, else its words. */
export const nameOf = ({ title, body }: Pick<Banner, 'title' | 'body'>): string =>
  title ||
  wordsOf(body)
    .map(({ text }) => text)
    .join('')
    .trim() ||
  t('outbound.untitled')

const total = ({ days }: Banner, of: 'clicks' | 'dismissals' | 'impressions'): number =>
  days.reduce((sum, day) => sum + day[of], 0)

export const BannerState = ({ banner: { state } }: { banner: Banner }) =>
  state === 'live' ? (
    <Badge tone="accent">{t('outbound.live')}</Badge>
  ) : (
    <Badge>{t(state === 'draft' ? 'outbound.draft' : 'outbound.stopped')}</Badge>
  )
