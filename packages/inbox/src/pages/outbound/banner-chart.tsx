import type { Banner } from '../../data/outbound.ts'
import { ChartCard } from '../../parts/chart-card.tsx'
import { TimeChart } from '../../parts/time-chart.tsx'
import { number } from '../../text/format.ts'
import { locale } from '../../text/language.ts'
import { t } from '../../text/t.ts'

type Day = Banner['days'][number]

/** What happened to a banner, day by day, up to the last month. */
export function BannerChart({ banner }: { banner: Banner }) {
  const rows = filledIn(banner.days)
  const figures = [
    { key: 'impressions', label: t('outbound.impressions'), color: 'accent', as: 'columns' },
    { key: 'clicks', label: t('outbound.clicks'), color: 'info', as: 'line' },
    { key: 'dismissals', label: t('outbound.dismissals'), color: 'warning', as: 'line' },
  ] as const
  return (
    <>
      <ChartCard
        title={t('outbound.statistics')}
        says={t('outbound.statisticsSays')}
        name={`banner-${banner.id}`}
        rows={rows}
        keyOf={({ day }) => day}
        columns={[
          { key: 'day', label: t('outbound.day'), cell: ({ day }) => dayOf(day), text: ({ day }) => day },
          ...figures.map(({ key, label }) => ({
            ...{ key, label, figure: true },
            cell: (row: Day) => number(row[key]),
            text: (row: Day) => String(row[key]),
          })),
        ]}
      >
        <TimeChart
          label={t('outbound.statistics')}
          rows={rows}
          nameOf={({ day }) => dayOf(day)}
          format={number}
          series={figures.map(each => ({ ...each, value: (row: Day) => row[each.key] }))}
        />
      </ChartCard>
      {banner.reactions.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-soft">
          {t('outbound.reacted')}
          {banner.reactions.map(({ reaction, count }) => (
            <span key={reaction} className="rounded-full bg-sunken px-2.5 py-0.5 text-ink">
              {reaction} <b className="font-medium">{number(count)}</b>
            </span>
          ))}
        </p>
      )}
    </>
  )
}

const dayOf = (day: string): string =>
  new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))

const DAY_MS = 86_400_000

/** Every day from the first to the last on which anything happened, at most thirty. */
function filledIn(days: Day[]): Day[] {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const byDay = new Map(days.map(day => [day.day, day]))
  const end = Date.parse(last.day)
  const start = Math.max(Date.parse(first.day), end - 29 * DAY_MS)
  return Array.from({ length: (end - start) / DAY_MS + 1 }, (_, at) => {
    const day = new Date(start + at * DAY_MS).toISOString().slice(0, 10)
    return byDay.get(day) ?? { day, impressions: 0, clicks: 0, dismissals: 0 }
  })
}
