import { useState } from 'react'
import {
  deleteException,
  type Exception,
  type Schedule,
  useCreateException,
  useExceptions,
} from '../../data/office-hours.ts'
import { reasonOf } from '../../data/refusal.ts'
import { removeSoon, useGone } from '../../data/removal.ts'
import { hoursText, readHours } from '../../data/week.ts'
import { Form } from '../../forms/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { locale } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

/** The days that are no days like any other: closed, or with hours of their own. */
export const ExceptionsSection = ({ schedule }: { schedule: Schedule }) => (
  <section aria-labelledby="exceptions" className="mt-8 border-line border-t pt-6">
    <h2 id="exceptions" className="font-semibold text-md">
      {t('teams.exceptions')}
    </h2>
    <p className="mt-1 mb-4 text-faint">{t('teams.exceptionsSays')}</p>
    <NewException scheduleId={schedule.id} />
    <Loaded query={useExceptions(schedule.id)}>{({ data }) => <List exceptions={data} />}</Loaded>
  </section>
)

function List({ exceptions }: { exceptions: Exception[] }) {
  const isGone = useGone()
  const shown = exceptions.filter(({ id }) => !isGone(`exception ${id}`))
  if (shown.length === 0) return <p className="mt-4 text-faint">{t('teams.exceptionsEmpty')}</p>
  return (
    <ul aria-label={t('teams.exceptions')} className="mt-3">
      {shown.map(each => (
        <li key={each.id} className="flex items-center gap-3 border-line border-b py-2">
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">{dayOf(each)}</span>
              <bdi className="truncate text-soft">{each.name}</bdi>
              {each.recurring_annually && <Badge>{t('teams.yearly')}</Badge>}
            </span>
            <span className="block text-faint">{hoursOf(each)}</span>
          </span>
          <Button
            size="sm"
            look="quiet"
            aria-label={`${t('settings.delete')}: ${dayOf(each)}`}
            onClick={() =>
              removeSoon({
                key: `exception ${each.id}`,
                title: t('teams.exceptionDeleted', { day: dayOf(each) }),
                failed: t('settings.failed'),
                run: () => deleteException(each.office_hours_schedule_id, each.id),
              })
            }
          >
            {t('settings.delete')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const hoursOf = ({ exception_type, time_intervals }: Exception): string =>
  exception_type === 'closed' ? t('teams.closed') : hoursText(time_intervals ?? [])

const dayOf = ({ exception_date, recurring_annually }: Exception): string =>
  new Intl.DateTimeFormat(locale(), {
    ...{ day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...(!recurring_annually && { year: 'numeric' }),
  }).format(new Date(exception_date))

function NewException({ scheduleId }: { scheduleId: string }) {
  const create = useCreateException()
  const [round, setRound] = useState(0)
  const [isUnread, setUnread] = useState(false)
  const save = (values: Record<'date' | 'name' | 'hours' | 'yearly', string>) => {
    const hours = readHours(values.hours)
    setUnread(hours === undefined)
    if (!hours) return
    create.mutate(
      {
        params: { office_hours_schedule_id: scheduleId },
        body: {
          exception_date: values.date,
          exception_type: hours.length === 0 ? 'closed' : 'custom_hours',
          ...(values.name !== '' && { name: values.name }),
          ...(hours.length > 0 && { time_intervals: hours }),
          recurring_annually: values.yearly === 'on',
        },
      },
      { onSuccess: () => setRound(before => before + 1) },
    )
  }
  return (
    <Form
      key={round}
      label={t('teams.newException')}
      names={['date', 'name', 'hours', 'yearly']}
      error={create.error ? reasonOf(create.error) : undefined}
      onSubmit={save}
    >
      <div className="flex flex-wrap items-start gap-3">
        <Field label={t('teams.day')} className="w-40">
          <Input name="date" type="date" required />
        </Field>
        <Field label={t('teams.occasion')} className="min-w-40 flex-1">
          <Input name="name" dir="auto" maxLength={255} autoComplete="off" />
        </Field>
        <Field
          label={t('teams.hoursThen')}
          error={isUnread ? t('teams.hoursWrong') : undefined}
          className="w-52"
        >
          <Input name="hours" placeholder={t('teams.closed')} className="tabular-nums" />
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Checkbox name="yearly" label={t('teams.everyYear')} />
        <Button type="submit" busy={create.isPending}>
          {t('teams.newException')}
        </Button>
      </div>
    </Form>
  )
}
