import type { AnswerOf } from '@guichet/contract/operation.ts'
import { officeHours } from '@guichet/contract/operations/office-hours.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { useChange } from './change.ts'
import { call } from './client.ts'
import { queryClient } from './query.ts'
import { queryOf } from './query-of.ts'

export type Schedule = AnswerOf<typeof officeHours.list>['data'][number]
export type Exception = AnswerOf<typeof officeHours.listExceptions>['data'][number]

/** All schedules; the first is that of whoever has none of their own. */
export const useSchedules = () => useQuery(queryOf(officeHours.list, {}))

export const useCreateSchedule = () =>
  useChange(officeHours.create, { refresh: [officeHours.list], failed: t('settings.failed') })

export const useUpdateSchedule = () => useChange(officeHours.update, { refresh: [officeHours.list] })

export async function deleteSchedule(id: string): Promise<void> {
  await call(officeHours.delete, { params: { id } })
  await queryClient.invalidateQueries({ queryKey: [officeHours.list.path] })
}

/** The days on which a schedule is another. */
export const useExceptions = (scheduleId: string) =>
  useQuery(queryOf(officeHours.listExceptions, { params: { office_hours_schedule_id: scheduleId } }))

export const useCreateException = () =>
  useChange(officeHours.createException, { refresh: [officeHours.listExceptions] })

export async function deleteException(scheduleId: string, id: string): Promise<void> {
  await call(officeHours.deleteException, { params: { office_hours_schedule_id: scheduleId, id } })
  await queryClient.invalidateQueries({ queryKey: [officeHours.listExceptions.path] })
}
