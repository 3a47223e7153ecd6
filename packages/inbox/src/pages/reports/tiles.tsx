import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Overview, ReportTotals } from '../../data/reports.ts'
import { duration, number, percent } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'

interface Tile {
  label: string
  value: (totals: ReportTotals) => number | null
  format: (value: number) => string
  says?: (totals: ReportTotals) => string | undefined
  /** Which way is good news, where either is. */
  better?: 'more' | 'less'
  /** Shares are compared in points, not in shares of themselves. */
  isShare?: boolean
}

const tiles = (): Tile[] => [
  { label: t('reports.started'), value: ({ started }) => started, format: number },
  { label: t('reports.closed'), value: ({ closed }) => closed, format: number, better: 'more' },
  { label: t('reports.openAtEnd'), value: ({ open }) => open, format: number, better: 'less' },
  timed(t('reports.firstReply'), ({ first_reply }) => first_reply),
  timed(t('reports.resolution'), ({ resolution }) => resolution),
  {
    ...{ label: t('reports.satisfaction'), value: ({ ratings }) => ratings.satisfied, format: percent },
    ...{ better: 'more', isShare: true },
    says: ({ ratings: { answered } }) =>
      answered === 0 ? t('reports.noRatings') : t('reports.ratedBy', { count: answered }),
  },
]

const timed = (label: string, of: (totals: ReportTotals) => ReportTotals['first_reply']): Tile => ({
  ...{ label, value: totals => of(totals).median, format: duration, better: 'less' },
  says: totals => {
    const { p90 } = of(totals)
    return p90 === null ? undefined : t('reports.p90', { time: duration(p90) })
  },
})

/** The figures of the period in short, each beside what it was before. */
export const Tiles = ({ overview: { totals, previous } }: { overview: Overview }) => (
  <section aria-label={t('reports.key')}>
    <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
      {tiles().map(tile => (
        <li key={tile.label} className="flex min-w-0 flex-col gap-0.5 bg-surface px-4 py-3.5">
          <span className="truncate text-soft text-sm">{tile.label}</span>
          <span className="truncate font-semibold text-2xl tracking-tight">
            {shown(tile, tile.value(totals))}
          </span>
          <Change tile={tile} now={tile.value(totals)} before={tile.value(previous.totals)} />
          <span className="text-faint text-sm">{tile.says?.(totals) ?? '\u00a0'}</span>
        </li>
      ))}
    </ul>
  </section>
)

const shown = ({ format }: Tile, value: number | null): string =>
  value === null ? t('reports.none') : format(value)

/** How it changed, in an arrow and a share; in words for those who hear it. */
function Change({ tile, now, before }: { tile: Tile; now: number | null; before: number | null }) {
  const was = t('reports.before', { value: shown(tile, before) })
  if (now === null || before === null || (before === 0 && !tile.isShare))
    return <span className="truncate text-faint text-sm">{was}</span>
  const by = tile.isShare ? now - before : (now - before) / before
  if (Math.abs(by) < 0.005)
    return (
      <span className="truncate text-faint text-sm" title={was}>
        {t('reports.same')}
      </span>
    )
  const isMore = by > 0
  const isGood = tile.better === undefined ? undefined : (tile.better === 'more') === isMore
  const Arrow = isMore ? ArrowUp : ArrowDown
  return (
    <span
      title={was}
      className={cx(
        'flex flex-wrap items-center gap-x-0.5 font-medium text-sm',
        isGood === undefined ? 'text-soft' : isGood ? 'text-accent' : 'text-danger',
      )}
    >
      <Arrow size={12} aria-hidden="true" />
      <span aria-hidden="true">{percent(Math.abs(by))}</span>
      <span className="sr-only">
        {t(isMore ? 'reports.more' : 'reports.less', { percent: percent(Math.abs(by)) })}
      </span>
      <span className="ms-1 font-normal text-faint">{was}</span>
    </span>
  )
}
