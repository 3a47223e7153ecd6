import { useNavigate, useParams } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteSchedule, type Schedule, useSchedules, useUpdateSchedule } from '../../data/office-hours.ts'
import { reasonOf } from '../../data/refusal.ts'
import { removeSoon } from '../../data/removal.ts'
import { CLOSED, stretchesOf, type Week, weekOf } from '../../data/week.ts'
import { Form } from '../../forms/form.tsx'
import { ZonePicker } from '../../forms/zone-picker.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Failure } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { ExceptionsSection } from './exceptions-section.tsx'
import { GuardedPage } from './guarded-page.tsx'
import { WeekGrid } from './week-grid.tsx'

/** One schedule: its week, and the days that are no days like any other. */
export function SchedulePage() {
  const { id } = useParams({ from: '/shell/settings/settings/office-hours/$id' })
  const schedules = useSchedules()
  const schedule = schedules.data?.data.find(each => each.id === id)
  return (
    <GuardedPage
      permission="read_write_office_hours"
      title={schedule?.name ?? t('teams.hours')}
      says={t('teams.scheduleSays')}
      aside={schedule && <Remove schedule={schedule} />}
    >
      <Loaded query={schedules}>
        {() =>
          schedule ? (
            <>
              <Editor key={schedule.id} schedule={schedule} />
              <ExceptionsSection schedule={schedule} />
            </>
          ) : (
            <Failure title={t('app.notFound')} says={t('app.notFoundSays')} />
          )
        }
      </Loaded>
    </GuardedPage>
  )
}

function Editor({ schedule }: { schedule: Schedule }) {
  const update = useUpdateSchedule()
  const [zone, setZone] = useState(schedule.time_zone_name)
  const [week, setWeek] = useState<Week>(() => weekOf(schedule.time_intervals))
  return (
    <Form
      label={t('teams.hours')}
      names={['name']}
      error={update.error ? reasonOf(update.error) : undefined}
      onSubmit={({ name }) =>
        update.mutate(
          {
            params: { id: schedule.id },
            body: { name, time_zone_name: zone, time_intervals: stretchesOf(week) },
          },
          { onSuccess: () => toast({ title: t('settings.saved') }) },
        )
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('settings.name')}>
          <Input name="name" defaultValue={schedule.name} dir="auto" maxLength={255} required />
        </Field>
        <Field label={t('settings.timezone')}>
          <ZonePicker zone={zone} onChoose={setZone} />
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <p className="me-auto text-faint">{t('teams.weekHint')}</p>
        <Button size="sm" look="quiet" onClick={() => setWeek(CLOSED.map(() => true))}>
          {t('teams.openAlways')}
        </Button>
        <Button size="sm" look="quiet" onClick={() => setWeek(CLOSED)}>
          {t('teams.clear')}
        </Button>
      </div>
      <WeekGrid week={week} onChange={setWeek} />
      <Button type="submit" look="primary" busy={update.isPending} className="self-start">
        {t('app.save')}
      </Button>
    </Form>
  )
}

function Remove({ schedule: { id, name } }: { schedule: Schedule }) {
  const navigate = useNavigate()
  const remove = () => {
    void navigate({ to: '/settings/office-hours' })
    removeSoon({
      key: `schedule ${id}`,
      title: t('teams.hoursDeleted', { name }),
      failed: t('settings.failed'),
      run: () => deleteSchedule(id),
    })
  }
  return (
    <Button icon={<Trash2 size={14} aria-hidden="true" />} onClick={remove}>
      {t('settings.delete')}
    </Button>
  )
}
