import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import {
  DAYS,
  dayLabel,
  hoursText,
  painted,
  QUARTERS,
  stretchesOfDay,
  timeText,
  type Week,
  withDay,
} from '../../data/week.ts'
import { locale } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { DayHours } from './day-hours.tsx'

/** Half an hour to a cell: finer hours are typed beside it. */
const CELLS = 48
const PER_CELL = QUARTERS / CELLS

interface Cell {
  day: number
  at: number
}

/**
 * A week one can read: a bar to a day, and the same in words beside it. Either is changed: hours are painted by dragging, or by the
 * arrows with Space (Shift goes on painting), or typed.
 */
export function WeekGrid({ week, onChange }: { week: Week; onChange: (week: Week) => void }) {
  const [focus, setFocus] = useState<Cell>({ day: 0, at: 18 })
  const paint = usePaint(week, onChange)
  const grid = useRef<HTMLDivElement>(null)
  const go = (cell: Cell) => {
    setFocus(cell)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.day}-${cell.at}"]`)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const next = stepOf(event.key, focus)
    if (event.key === ' ' || event.key === 'Enter') paint.toggle(focus)
    else if (!next) return
    else {
      if (event.shiftKey) paint.set([next], isOpen(week, focus))
      go(next)
    }
    event.preventDefault()
  }
  return (
    <div className="grid gap-1.5">
      <Scale />
      {/* biome-ignore lint/a11y/useSemanticElements: a table has no cells that are chosen */}
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('teams.week')}
        aria-multiselectable="true"
        onKeyDown={press}
        className="grid gap-1.5 outline-none"
      >
        {DAYS.map(day => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: its cells are
          <div key={day} role="row" className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
            <span role="rowheader" className="w-10 shrink-0 text-soft capitalize">
              <span aria-hidden="true">{dayLabel(day, locale(), 'short')}</span>
              <span className="sr-only">{dayLabel(day, locale())}</span>
            </span>
            <Bar
              {...{ week, day, paint }}
              focused={focus.day === day ? focus.at : undefined}
              onFocus={at => setFocus({ day, at })}
            />
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: what it holds is */}
            <span role="gridcell" className="w-full sm:w-64">
              <DayHours
                key={hoursText(stretchesOfDay(week, day))}
                day={day}
                stretches={stretchesOfDay(week, day)}
                onChange={stretches => onChange(withDay(week, day, stretches))}
                onCopy={() => onChange(DAYS.reduce((all, each) => copied(all, day, each), week))}
              />
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

/** Weekdays have the hours of weekdays, and days of a weekend those of a weekend. */
const copied = (week: Week, from: number, to: number): Week =>
  from < 5 === to < 5 ? withDay(week, to, stretchesOfDay(week, from)) : week

const Scale = () => (
  <div aria-hidden="true" className="flex gap-3 text-faint text-xs">
    <span className="w-10 shrink-0" />
    <span className="flex min-w-0 flex-1 justify-between tabular-nums" dir="ltr">
      {[0, 6, 12, 18, 24].map(hour => (
        <span key={hour}>{hour}</span>
      ))}
    </span>
    <span className="w-64 shrink-0 max-sm:hidden" />
  </div>
)

function Bar({
  week,
  day,
  paint,
  focused,
  onFocus,
}: {
  week: Week
  day: number
  paint: ReturnType<typeof usePaint>
  focused: number | undefined
  onFocus: (at: number) => void
}) {
  return (
    <div
      dir="ltr"
      {...paint.handlers(day)}
      className="relative flex h-8 min-w-0 flex-1 basis-40 touch-pan-y select-none overflow-hidden rounded-md bg-sunken"
    >
      {stretchesOfDay(week, day).map(({ start_minute, end_minute }) => (
        <span
          key={start_minute}
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 rounded-sm bg-accent"
          style={{ left: `${start_minute / 14.4}%`, width: `${(end_minute - start_minute) / 14.4}%` }}
        />
      ))}
      {Array.from({ length: CELLS }, (_, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a table has no cells that are chosen
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          key={at}
          role="gridcell"
          data-cell={`${day}-${at}`}
          tabIndex={focused === at ? 0 : -1}
          aria-label={`${dayLabel(day, locale())} ${timeText(at * 30)}`}
          aria-selected={isOpen(week, { day, at })}
          onFocus={() => onFocus(at)}
          className={cx(
            'relative h-full flex-1 -outline-offset-2',
            at % 2 === 0 && at > 0 && 'border-surface/40 border-s',
          )}
        />
      ))}
    </div>
  )
}

const isOpen = (week: Week, { day, at }: Cell): boolean =>
  week.slice(day * QUARTERS + at * PER_CELL, day * QUARTERS + (at + 1) * PER_CELL).every(Boolean)

function stepOf(key: string, { day, at }: Cell): Cell | undefined {
  const steps: Record<string, Cell> = {
    ArrowRight: { day, at: at + 1 },
    ArrowLeft: { day, at: at - 1 },
    ArrowDown: { day: day + 1, at },
    ArrowUp: { day: day - 1, at },
    Home: { day, at: 0 },
    End: { day, at: CELLS - 1 },
  }
  const next = steps[key]
  return next && next.day in DAYS && next.at >= 0 && next.at < CELLS ? next : undefined
}

/** Opens and closes cells; what was under the pointer first says which, for as long as it is held. */
function usePaint(week: Week, onChange: (week: Week) => void) {
  const stroke = useRef<{ day: number; last: number; open: boolean }>(undefined)
  const set = (cells: Cell[], open: boolean) =>
    onChange(
      cells.reduce((all, { day, at }) => painted(all, day * QUARTERS + at * PER_CELL, PER_CELL, open), week),
    )
  const cellAt = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return Math.min(CELLS - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * CELLS)))
  }
  const handlers = (day: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const at = cellAt(event)
      stroke.current = { day, last: at, open: !isOpen(week, { day, at }) }
      event.currentTarget.setPointerCapture(event.pointerId)
      set([{ day, at }], stroke.current.open)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const begun = stroke.current
      if (!begun || begun.day !== day) return
      const at = cellAt(event)
      if (at === begun.last) return
      const [from, to] = [Math.min(at, begun.last), Math.max(at, begun.last)]
      begun.last = at
      set(
        Array.from({ length: to - from + 1 }, (_, step) => ({ day, at: from + step })),
        begun.open,
      )
    },
    onPointerUp: () => {
      stroke.current = undefined
    },
    onPointerCancel: () => {
      stroke.current = undefined
    },
  })
  return { set, handlers, toggle: (cell: Cell) => set([cell], !isOpen(week, cell)) }
}
