import { CalendarDays, Check } from 'lucide-react'
import { useState } from 'react'
import { PRESETS, type Preset, periodOf, type ReportSearch, USUAL_PRESET } from '../../data/report-search.ts'
import { plainDay } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Popover } from '../../ui/popover.tsx'
import { choiceClass } from '../../ui/popup.ts'

/** Which days the figures are of. */
export function PeriodPicker({
  search,
  timezone,
  onSearch,
}: {
  search: ReportSearch
  timezone: string
  onSearch: (search: ReportSearch) => void
}) {
  const [isOpen, setOpen] = useState(false)
  const { from: _from, to: _to, period: _period, ...rest } = search
  const { from, to } = periodOf(search, timezone)
  const preset = search.from === undefined ? (search.period ?? USUAL_PRESET) : undefined
  const choose = (of: ReportSearch) => {
    setOpen(false)
    onSearch({ ...rest, ...of })
  }
  return (
    <Popover
      label={t('reports.period')}
      open={isOpen}
      onOpenChange={setOpen}
      className="w-64 p-1!"
      trigger={
        <button type="button" className={buttonClass('plain', 'md', 'max-w-full')}>
          <CalendarDays size={15} aria-hidden="true" className="text-faint" />
          <span className="truncate">{preset ? t(`reports.${preset}`) : t('reports.custom')}</span>
          <span className="truncate font-normal text-faint max-sm:hidden">{rangeOf(from, to)}</span>
        </button>
      }
    >
      <ul>
        {PRESETS.map(each => (
          <li key={each}>
            <button
              type="button"
              aria-pressed={each === preset}
              onClick={() => choose(periodSearch(each))}
              className={`${choiceClass} w-full hover:bg-hover`}
            >
              <span className="flex-1 text-start">{t(`reports.${each}`)}</span>
              {each === preset && <Check size={14} aria-hidden="true" className="text-accent" />}
            </button>
          </li>
        ))}
      </ul>
      <OwnDays {...{ from, to }} onChoose={choose} />
    </Popover>
  )
}

const periodSearch = (period: Preset): ReportSearch => (period === USUAL_PRESET ? {} : { period })

const rangeOf = (from: string, to: string): string => {
  const day = (of: string) => plainDay(of, { day: 'numeric', month: 'short', year: 'numeric' })
  return from === to ? day(from) : `${day(from)} – ${day(to)}`
}

function OwnDays({ from, to, onChoose }: { from: string; to: string; onChoose: (of: ReportSearch) => void }) {
  const [first, setFirst] = useState(from)
  const [last, setLast] = useState(to)
  return (
    <form
      className="mt-1 flex flex-col gap-2 border-line border-t p-2"
      onSubmit={event => {
        event.preventDefault()
        if (first && last) onChoose(first <= last ? { from: first, to: last } : { from: last, to: first })
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        <Field label={t('reports.from')}>
          <Input
            type="date"
            value={first}
            onChange={event => setFirst(event.target.value)}
            className="px-1.5!"
          />
        </Field>
        <Field label={t('reports.to')}>
          <Input
            type="date"
            value={last}
            onChange={event => setLast(event.target.value)}
            className="px-1.5!"
          />
        </Field>
      </div>
      <Button type="submit" look="primary" disabled={!first || !last}>
        {t('reports.show')}
      </Button>
    </form>
  )
}
