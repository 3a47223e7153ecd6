import { DAYS, stretchesOfDay, type Week } from '../../data/week.ts'

/** A week at a glance: seven bars, from Monday on. */
export const WeekPicture = ({ week }: { week: Week }) => (
  <span aria-hidden="true" dir="ltr" className="grid w-28 shrink-0 gap-[3px]">
    {DAYS.map(day => (
      <span key={day} className="relative h-[5px] overflow-hidden rounded-full bg-sunken">
        {stretchesOfDay(week, day).map(({ start_minute, end_minute }) => (
          <span
            key={start_minute}
            className="absolute inset-y-0 rounded-full bg-accent"
            style={{ left: `${start_minute / 14.4}%`, width: `${(end_minute - start_minute) / 14.4}%` }}
          />
        ))}
      </span>
    ))}
  </span>
)
