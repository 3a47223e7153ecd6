import { officeHours } from '@guichet/contract/operations/office-hours.ts'
import {
  createException,
  createSchedule,
  deleteException,
  deleteSchedule,
  findException,
  findSchedule,
  listExceptions,
  listSchedules,
  updateException,
  updateSchedule,
} from '../domain/office-hours/index.ts'
import { handlers } from './handlers.ts'

const keyOf = (params: { office_hours_schedule_id: string; id: string }) => ({
  scheduleId: params.office_hours_schedule_id,
  id: params.id,
})

export const officeHoursRoutes = handlers(officeHours, {
  list: ({ tx, actor }) => listSchedules(tx, actor),
  create: ({ tx, actor, body }) => createSchedule(tx, actor, body),
  find: ({ tx, actor, params }) => findSchedule(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateSchedule(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteSchedule(tx, actor, params.id),

  listExceptions: ({ tx, actor, params }) => listExceptions(tx, actor, params.office_hours_schedule_id),
  createException: ({ tx, actor, params, body }) =>
    createException(tx, actor, params.office_hours_schedule_id, body),
  findException: ({ tx, actor, params }) => findException(tx, actor, keyOf(params)),
  updateException: ({ tx, actor, params, body }) =>
    updateException(tx, actor, { ...keyOf(params), request: body }),
  deleteException: ({ tx, actor, params }) => deleteException(tx, actor, keyOf(params)),
})
