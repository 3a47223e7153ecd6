import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChartColumn } from 'lucide-react'
import { useMay, useMe } from '../../data/me.ts'
import { saysFor } from '../../data/query.ts'
import { periodOf, type ReportSearch } from '../../data/report-search.ts'
import { type Overview, useOverview } from '../../data/reports.ts'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Scrolls } from '../../ui/scrolls.tsx'
import { Empty, Failure, Skeleton } from '../../ui/states.tsx'
import { Charts } from './charts.tsx'
import { GroupsCard } from './groups-card.tsx'
import { HeatMap } from './heat-map.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { ReportFilters } from './report-filters.tsx'
import { Tiles } from './tiles.tsx'

/** How much comes in, how long customers wait, and what they think of it. */
export function ReportsPage() {
  useTitle(t('reports.title'))
  return (
    <Scrolls as="main" className="min-w-0 flex-1 overflow-y-auto bg-paper -outline-offset-2">
      {useMay('export_reporting_data') ? (
        <Report />
      ) : (
        <Failure title={t('app.errorForbidden')} says={t('reports.forbidden')} />
      )}
    </Scrolls>
  )
}

function Report() {
  const search = useSearch({ from: '/shell/reports' })
  const navigate = useNavigate()
  const { timezone } = useMe().workspace
  const overview = useOverview(search, timezone)
  const onSearch = (wanted: ReportSearch) => void navigate({ to: '/reports', search: wanted, replace: true })
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 px-4 py-5 md:px-8 md:py-7">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="font-semibold text-xl tracking-tight">{t('reports.title')}</h1>
          <p className="mt-0.5 text-soft">{t('reports.says')}</p>
        </div>
        <PeriodPicker {...{ search, timezone, onSearch }} />
      </div>
      <ReportFilters {...{ search, timezone, onSearch }} />
      {overview.data ? (
        <div
          aria-busy={overview.isPlaceholderData}
          className={cx('flex flex-col gap-4 transition-opacity', overview.isPlaceholderData && 'opacity-60')}
        >
          <Figures overview={overview.data} {...{ search, timezone, onSearch }} />
        </div>
      ) : overview.isError ? (
        <Failure {...saysFor(overview.error)}>
          <Button onClick={() => void overview.refetch()}>{t('app.retry')}</Button>
        </Failure>
      ) : (
        <div role="status" aria-label={t('app.loading')} className="flex flex-col gap-4">
          <Skeleton className="h-28 rounded-xl" />
          <Skeleton className="h-72 rounded-xl" />
          <Skeleton className="h-72 rounded-xl" />
        </div>
      )}
    </div>
  )
}

function Figures({
  overview,
  search,
  timezone,
  onSearch,
}: {
  overview: Overview
  search: ReportSearch
  timezone: string
  onSearch: (search: ReportSearch) => void
}) {
  const { from, to } = periodOf(search, timezone)
  const name = `guichet-${from}-${to}`
  if (isEmpty(overview))
    return (
      <div className="flex rounded-xl border border-line bg-surface py-10">
        <Empty
          icon={<ChartColumn size={24} aria-hidden="true" />}
          title={t('reports.empty')}
          says={t('reports.emptySays')}
        />
      </div>
    )
  return (
    <>
      <Tiles overview={overview} />
      <Charts overview={overview} name={name} />
      <HeatMap {...{ search, timezone, name }} />
      <GroupsCard {...{ search, timezone, name, onSearch }} />
      <p className="text-faint text-sm">{t('reports.inZone', { zone: timezone })}</p>
    </>
  )
}

const isEmpty = ({ totals: { started, closed, open, ratings } }: Overview): boolean =>
  started + closed + open + ratings.asked === 0
