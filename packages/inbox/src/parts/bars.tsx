import { cx } from '../ui/cx.ts'

export interface Series {
  label: string
  /** The class of its colour, such as `fill-accent`. */
  fill: string
  /** The class of the same colour for the mark beside its name. */
  mark: string
  values: number[]
}

const HEIGHT = 40
const STEP = 10
const GAP = 2

/** How many there were in each stretch of time, one column each, in the colours of what they were. */
export function Bars({ label, series, className }: { label: string; series: Series[]; className?: string }) {
  const count = Math.max(0, ...series.map(({ values }) => values.length))
  const totals = Array.from({ length: count }, (_, at) => sum(series.map(({ values }) => values[at] ?? 0)))
  const most = Math.max(1, ...totals)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${count * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={cx('block w-full', className)}
    >
      <rect x={0} y={HEIGHT - 0.5} width={count * STEP} height={0.5} className="fill-line-strong" />
      {totals.map((_, at) => {
        let top = HEIGHT
        return series.map(({ label: name, fill, values }) => {
          const tall = ((values[at] ?? 0) / most) * (HEIGHT - 2)
          top -= tall
          return (
            tall > 0 && (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is where it stands
                key={`${name} ${at}`}
                x={at * STEP + GAP / 2}
                y={top}
                width={STEP - GAP}
                height={tall}
                className={fill}
              />
            )
          )
        })
      })}
    </svg>
  )
}

/** What the colours of a picture stand for, and how many of each there were. */
export const Legend = ({ series, format }: { series: Series[]; format: (count: number) => string }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
    {series.map(({ label, mark, values }) => (
      <li key={label} className="flex items-center gap-1.5">
        <span aria-hidden="true" className={cx('size-2 rounded-full', mark)} />
        {label} <span className="font-medium text-ink">{format(sum(values))}</span>
      </li>
    ))}
  </ul>
)

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
