import { useState } from 'react'
import type { ReportSearch } from '../../data/report-search.ts'
import { type ReportHour, useReportHours } from '../../data/reports.ts'
import { ChartCard, type FigureColumn } from '../../parts/chart-card.tsx'
import { duration, number, plainDay } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { Scrolls } from '../../ui/scrolls.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { hourName } from './step-name.ts'

/** From none to the most, so that words stay legible on each. */
const HEAT = [
  'bg-sunken',
  'bg-[color-mix(in_oklab,var(--color-accent)_12%,var(--color-surface))]',
  'bg-[color-mix(in_oklab,var(--color-accent)_22%,var(--color-surface))]',
  'bg-[color-mix(in_oklab,var(--color-accent)_32%,var(--color-surface))]',
  'bg-[color-mix(in_oklab,var(--color-accent)_42%,var(--color-surface))]',
]

type Measure = 'volume' | 'wait'

const MEASURES = {
  volume: {
    value: ({ started }: ReportHour): number | null => (started === 0 ? null : started),
    format: number,
  },
  wait: { value: ({ first_reply }: ReportHour): number | null => first_reply.median, format: duration },
}

/** The hours of a week: when conversations begin, or how long those wait who begin one then. */
export function HeatMap({
  search,
  timezone,
  name,
}: {
  search: ReportSearch
  timezone: string
  name: string
}) {
  const { data } = useReportHours(search, timezone)
  const [measure, setMeasure] = useState<Measure>('volume')
  if (!data) return <Skeleton className="h-72 rounded-xl" />
  return (
    <ChartCard
      title={t('reports.hours')}
      says={t(measure === 'volume' ? 'reports.hoursSays' : 'reports.hoursWaitSays')}
      name={`${name}-hours`}
      columns={columns()}
      rows={data.data}
      keyOf={({ day, hour }) => `${day}-${hour}`}
      aside={
        <div className="w-44">
          <Select
            label={t('reports.by')}
            value={measure}
            onChange={setMeasure}
            choices={[
              { value: 'volume', label: t('reports.byVolume') },
              { value: 'wait', label: t('reports.byWait') },
            ]}
          />
        </div>
      }
    >
      <Week hours={data.data} measure={measure} />
    </ChartCard>
  )
}

function Week({ hours, measure }: { hours: ReportHour[]; measure: Measure }) {
  const { value, format } = MEASURES[measure]
  const most = Math.max(0, ...hours.map(hour => value(hour) ?? 0))
  return (
    <Scrolls className="relative overflow-x-auto px-4 pb-4 -outline-offset-2">
      <table
        aria-label={t('reports.hours')}
        className="w-full min-w-176 table-fixed border-separate border-spacing-0.5"
      >
        <thead>
          <tr>
            <th scope="col" className="w-12 text-start font-normal text-faint text-xs">
              <span className="sr-only">{t('reports.day')}</span>
            </th>
            {HOURS.map(hour => (
              <th key={hour} scope="col" className="font-normal text-faint text-xs">
                <span className="sr-only">{hourName(hour)}</span>
                <span aria-hidden="true">{hour % 3 === 0 ? hour : ''}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAYS.map(day => (
            <tr key={day}>
              <th scope="row" className="truncate pe-2 text-start font-normal text-soft text-sm">
                <span className="sr-only">{weekday(day, 'long')}</span>
                <span aria-hidden="true">{weekday(day, 'short')}</span>
              </th>
              {hours
                .filter(hour => hour.day === day)
                .map(hour => {
                  const measured = value(hour)
                  const told = measured === null ? '' : format(measured)
                  return (
                    <td
                      key={hour.hour}
                      title={t('reports.hourCell', {
                        ...{ day: weekday(day, 'long'), hour: hourName(hour.hour) },
                        value: told || t('reports.none'),
                      })}
                      className={cx(
                        'h-7 overflow-hidden rounded-sm text-center text-xs',
                        HEAT[heatOf(measured, most)],
                      )}
                    >
                      {measure === 'volume' ? told : <span className="sr-only">{told}</span>}
                    </td>
                  )
                })}
            </tr>
          ))}
        </tbody>
      </table>
      <p aria-hidden="true" className="mt-2 flex items-center justify-end gap-1 text-faint text-xs">
        {t(measure === 'volume' ? 'reports.fewer' : 'reports.shorter')}
        {HEAT.map(heat => (
          <span key={heat} className={cx('size-3 rounded-sm', heat)} />
        ))}
        {t(measure === 'volume' ? 'reports.moreHeat' : 'reports.longer')}
      </p>
    </Scrolls>
  )
}

const heatOf = (value: number | null, most: number): number =>
  value === null || most === 0 ? 0 : Math.max(1, Math.ceil((value / most) * (HEAT.length - 1)))

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** The first of June 2026 was a Monday. */
const weekday = (day: number, weekdayStyle: 'long' | 'short'): string =>
  plainDay(`2026-06-0${day}`, { weekday: weekdayStyle })

const columns = (): FigureColumn<ReportHour>[] => [
  {
    ...{ key: 'day', label: t('reports.day') },
    cell: ({ day }) => weekday(day, 'long'),
    text: ({ day }) => weekday(day, 'long'),
  },
  {
    ...{ key: 'hour', label: t('reports.hour') },
    cell: ({ hour }) => hourName(hour),
    text: ({ hour }) => String(hour),
  },
  {
    ...{ key: 'started', label: t('reports.started'), figure: true },
    cell: ({ started }) => number(started),
    text: ({ started }) => String(started),
  },
  {
    ...{ key: 'wait', label: t('reports.firstReply'), figure: true },
    cell: ({ first_reply: { median } }) => (median === null ? t('reports.none') : duration(median)),
    text: ({ first_reply: { median } }) => String(median ?? ''),
  },
]
