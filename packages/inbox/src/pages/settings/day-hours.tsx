import { CopyCheck } from 'lucide-react'
import { useState } from 'react'
import { dayLabel, hoursText, readHours, type Stretch } from '../../data/week.ts'
import { locale } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'

/** The hours of a day in words, which can be written over: `9-12:30, 13:30-17`. */
export function DayHours({
  day,
  stretches,
  onChange,
  onCopy,
}: {
  day: number
  stretches: readonly Stretch[]
  onChange: (stretches: Stretch[]) => void
  onCopy: () => void
}) {
  const [isWrong, setWrong] = useState(false)
  const name = dayLabel(day, locale())
  const read = (text: string) => {
    if (text === hoursText(stretches)) return setWrong(false)
    const hours = readHours(text)
    setWrong(hours === undefined)
    if (hours) onChange(hours)
  }
  return (
    <span className="flex items-start gap-1">
      <Field
        label={t('teams.hoursOf', { day: name })}
        labelHidden
        error={isWrong ? t('teams.hoursWrong') : undefined}
        className="min-w-0 flex-1"
      >
        <Input
          defaultValue={hoursText(stretches)}
          placeholder={t('teams.closed')}
          className="tabular-nums"
          onBlur={event => read(event.target.value)}
          onKeyDown={event => {
            // Letters and arrows are the field's, not the grid's.
            event.stopPropagation()
            if (event.key !== 'Enter') return
            event.preventDefault()
            read(event.currentTarget.value)
          }}
        />
      </Field>
      <IconButton
        label={day < 5 ? t('teams.copyToWeekdays', { day: name }) : t('teams.copyToWeekend', { day: name })}
        icon={<CopyCheck size={14} aria-hidden="true" />}
        onClick={onCopy}
        onKeyDown={event => event.stopPropagation()}
      />
    </span>
  )
}
