import type { ReactNode } from 'react'
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { t } from '../text/t.ts'
import { cx } from '../ui/cx.ts'

/** Colours that can be told apart, also by those who see few; each with a meaning of its own to a reader. */
const COLORS = {
  accent: { color: 'var(--color-accent)', mark: 'bg-accent' },
  info: { color: 'var(--color-info)', mark: 'bg-info' },
  warning: { color: 'var(--color-warning)', mark: 'bg-warning' },
  faint: { color: 'var(--color-faint)', mark: 'bg-faint' },
} as const

/** One measure over time. */
export interface TimeSeries<Row> {
  key: string
  label: string
  color: keyof typeof COLORS
  as: 'columns' | 'line'
  dashed?: boolean
  /** Null where there was nothing to measure. */
  value: (row: Row) => number | null
}

/** Measures over time, as columns and lines. The arrows go from step to step, and tell its figures. */
export function TimeChart<Row>({
  label,
  series,
  rows,
  nameOf,
  format,
  scale = 'count',
}: {
  label: string
  series: TimeSeries<Row>[]
  rows: Row[]
  /** What a step is called: in few letters below the picture, in full beside its figures. */
  nameOf: (row: Row, isShort: boolean) => string
  format: (value: number) => string
  scale?: keyof typeof SCALES
}) {
  const data = rows.map((row, at) => ({
    at,
    ...Object.fromEntries(series.map(({ key, value }) => [key, value(row)])),
  }))
  const name = (at: number, isShort: boolean) => {
    const row = rows[at]
    return row === undefined ? '' : nameOf(row, isShort)
  }
  return (
    <figure className="flex flex-col gap-2 pb-3">
      <Legend series={series} />
      <ComposedChart
        responsive
        data={data}
        title={label}
        margin={{ top: 6, right: 22, bottom: 0, left: 0 }}
        style={{ width: '100%', height: 220 }}
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="at"
          tickLine={false}
          axisLine={{ stroke: 'var(--color-line-strong)' }}
          tick={TICK}
          tickMargin={6}
          minTickGap={24}
          tickFormatter={at => name(Number(at), true)}
        />
        <YAxis
          width={52}
          tickLine={false}
          axisLine={false}
          tick={TICK}
          {...SCALES[scale](mostOf(series, rows))}
          tickFormatter={value => format(Number(value))}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-hover)', stroke: 'var(--color-line-strong)' }}
          content={({ active, label: at }) =>
            active && at !== undefined ? (
              <Told title={name(Number(at), false)} series={series} row={rows[Number(at)]} format={format} />
            ) : null
          }
        />
        {series.map(drawn)}
      </ComposedChart>
    </figure>
  )
}

const mostOf = <Row,>(series: TimeSeries<Row>[], rows: Row[]): number =>
  Math.max(0, ...rows.flatMap(row => series.map(({ value }) => value(row) ?? 0)))

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** Lengths that people count in. */
const ROUND = [
  ...[1, 5, 15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 20 * DAY, 50 * DAY],
]

/** Where the lines behind a picture stand, by what it measures and the most there is of it. */
const SCALES = {
  count: () => ({ tickCount: 4, allowDecimals: false }),
  share: () => ({ domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1] }),
  time: (most: number) => {
    const step = ROUND.find(each => each * 4 >= most) ?? Math.ceil(most / 4 / DAY) * DAY
    const ticks = [0, 1, 2, 3, 4].map(at => at * step).filter(at => at < most + step)
    return { ticks, domain: [0, ticks.at(-1) ?? step] }
  },
} satisfies Record<string, (most: number) => object>

const TICK = { fill: 'var(--color-faint)', fontSize: 11 }

function drawn<Row>({ key, as, color, dashed, label }: TimeSeries<Row>): ReactNode {
  const colour = COLORS[color].color
  if (as === 'columns')
    return (
      <Bar
        key={key}
        dataKey={key}
        name={label}
        fill={colour}
        radius={[2, 2, 0, 0]}
        maxBarSize={22}
        isAnimationActive={false}
      />
    )
  return (
    <Line
      key={key}
      dataKey={key}
      name={label}
      type="linear"
      stroke={colour}
      strokeWidth={dashed ? 1.5 : 2}
      {...(dashed && { strokeDasharray: '4 4' })}
      dot={false}
      activeDot={{ r: 3.5, fill: colour, stroke: 'var(--color-surface)' }}
      connectNulls
      isAnimationActive={false}
    />
  )
}

const Legend = <Row,>({ series }: { series: TimeSeries<Row>[] }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 px-4 text-soft text-sm">
    {series.map(({ key, label, color, as, dashed }) => (
      <li key={key} className="flex items-center gap-1.5">
        <Mark color={color} as={as} dashed={dashed} />
        {label}
      </li>
    ))}
  </ul>
)

const Mark = ({
  color,
  as,
  dashed,
}: Pick<TimeSeries<never>, 'color' | 'as'> & { dashed?: boolean | undefined }) => (
  <span
    aria-hidden="true"
    className={cx(
      as === 'line' ? 'h-0.5 w-3 rounded-full' : 'size-2 rounded-[2px]',
      dashed && 'w-4 mask-[repeating-linear-gradient(90deg,#000_0_4px,transparent_4px_6px)]',
      COLORS[color].mark,
    )}
  />
)

/** The figures of one step. */
function Told<Row>({
  title,
  series,
  row,
  format,
}: {
  title: string
  series: TimeSeries<Row>[]
  row: Row | undefined
  format: (value: number) => string
}) {
  if (row === undefined) return null
  return (
    <div className="rounded-lg bg-raised px-3 py-2 text-sm shadow-md">
      <p className="mb-1 font-medium">{title}</p>
      <ul className="flex flex-col gap-0.5">
        {series.map(({ key, label, color, as, dashed, value }) => {
          const measured = value(row)
          return (
            <li key={key} className="flex items-center gap-1.5">
              <Mark color={color} as={as} dashed={dashed} />
              <span className="text-soft">{label}</span>
              <span className="ms-auto ps-4 font-medium">
                {measured === null ? t('reports.none') : format(measured)}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
