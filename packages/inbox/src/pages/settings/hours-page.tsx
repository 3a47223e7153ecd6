import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronRight, Clock } from 'lucide-react'
import { useMe } from '../../data/me.ts'
import { type Schedule, useCreateSchedule, useSchedules } from '../../data/office-hours.ts'
import { useGone } from '../../data/removal.ts'
import { useTeamSettings } from '../../data/team-settings.ts'
import { weekOf } from '../../data/week.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Empty } from '../../ui/states.tsx'
import { GuardedPage } from './guarded-page.tsx'
import { WeekPicture } from './week-picture.tsx'

/** Every schedule, with its week at a glance. */
export function HoursPage() {
  const schedules = useSchedules()
  const create = useCreateSchedule()
  const navigate = useNavigate()
  const { workspace } = useMe()
  const add = (name: string) =>
    create.mutateAsync(
      { body: { name, time_zone_name: workspace.timezone, time_intervals: OFFICE } },
      {
        onSuccess: ({ id }) => void navigate({ to: '/settings/office-hours/$id', params: { id } }),
      },
    )
  return (
    <GuardedPage permission="read_write_office_hours" title={t('teams.hours')} says={t('teams.hoursSays')}>
      <AddLine label={t('teams.newHours')} placeholder={t('teams.hoursExample')} onAdd={add} />
      <Loaded query={schedules}>{({ data }) => <List schedules={data} />}</Loaded>
    </GuardedPage>
  )
}

/** Nine to five, Monday to Friday. */
const OFFICE = [0, 1, 2, 3, 4].map(day => ({
  start_minute: day * 1440 + 9 * 60,
  end_minute: day * 1440 + 17 * 60,
}))

function List({ schedules }: { schedules: Schedule[] }) {
  const isGone = useGone()
  const teams = useTeamSettings().data?.data ?? []
  const shown = schedules.filter(({ id }) => !isGone(`schedule ${id}`))
  const [usual] = shown
  if (!usual)
    return (
      <Empty
        icon={<Clock size={22} aria-hidden="true" />}
        title={t('teams.hoursEmpty')}
        says={t('teams.hoursEmptySays')}
      />
    )
  return (
    <ul aria-label={t('teams.hours')} className="mt-4">
      {shown.map(schedule => {
        const keeping = teams.filter(team => team.office_hours_schedule_id === schedule.id)
        return (
          <li key={schedule.id} className="border-line border-b">
            <Link
              to="/settings/office-hours/$id"
              params={{ id: schedule.id }}
              className="-mx-2 flex items-center gap-4 rounded-md px-2 py-3 hover:bg-hover"
            >
              <WeekPicture week={weekOf(schedule.time_intervals)} />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2">
                  <bdi className="truncate font-medium">{schedule.name}</bdi>
                  {schedule.id === usual.id && <Badge tone="accent">{t('teams.usual')}</Badge>}
                </span>
                <span className="block truncate text-faint">
                  {[
                    schedule.time_zone_name.replaceAll('_', ' '),
                    schedule.twenty_four_seven && t('teams.always'),
                    keeping.length > 0 && keeping.map(({ name }) => name).join(', '),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <ChevronRight size={16} aria-hidden="true" className="shrink-0 text-faint rtl:rotate-180" />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
