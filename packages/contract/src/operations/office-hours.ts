import {
  DeletedOfficeHours,
  OfficeHoursException,
  OfficeHoursExceptionList,
  OfficeHoursSchedule,
  OfficeHoursScheduleList,
} from '../models/office-hours.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, nullable, oneOf, optional, Type } from '../schema.ts'

const TimeInterval = Type.Object({
  start_minute: IntegerInput(),
  end_minute: IntegerInput(),
  day_of_week: optional(IntegerInput()),
})

export const CreateOfficeHoursScheduleRequest = model('create_office_hours_schedule_request', {
  name: Type.String(),
  time_zone_name: Type.String(),
  time_intervals: Type.Array(TimeInterval),
})

export const UpdateOfficeHoursScheduleRequest = model('update_office_hours_schedule_request', {
  name: optional(nullable(Type.String())),
  time_zone_name: optional(nullable(Type.String())),
  time_intervals: optional(Type.Array(TimeInterval)),
})

export const CreateOfficeHoursExceptionRequest = model('create_office_hours_exception_request', {
  exception_date: Type.String(),
  exception_type: oneOf('closed', 'custom_hours'),
  name: optional(Type.String()),
  time_intervals: optional(nullable(Type.Array(TimeInterval))),
  recurring_annually: optional(Type.Boolean()),
})

export const UpdateOfficeHoursExceptionRequest = model('update_office_hours_exception_request', {
  exception_date: optional(nullable(Type.String())),
  exception_type: optional(oneOf('closed', 'custom_hours')),
  name: optional(nullable(Type.String())),
  time_intervals: optional(nullable(Type.Array(TimeInterval))),
  recurring_annually: optional(Type.Boolean()),
})

export const officeHours = family({
  list: {
    method: 'GET',
    path: '/office_hours_schedules',
    since: '2.16',
    scope: 'read_office_hours',
    summary: 'All schedules',
    answer: OfficeHoursScheduleList,
  },
  create: {
    method: 'POST',
    path: '/office_hours_schedules',
    since: '2.16',
    scope: 'read_write_office_hours',
    summary: 'Create a schedule',
    body: CreateOfficeHoursScheduleRequest,
    status: 201,
    answer: OfficeHoursSchedule,
  },
  find: {
    method: 'GET',
    path: '/office_hours_schedules/{id}',
    since: '2.16',
    scope: 'read_office_hours',
    summary: 'One schedule',
    answer: OfficeHoursSchedule,
  },
  update: {
    method: 'PUT',
    path: '/office_hours_schedules/{id}',
    since: '2.16',
    scope: 'read_write_office_hours',
    summary: 'Change a schedule',
    body: UpdateOfficeHoursScheduleRequest,
    bodyOptional: true,
    answer: OfficeHoursSchedule,
  },
  delete: {
    method: 'DELETE',
    path: '/office_hours_schedules/{id}',
    since: '2.16',
    scope: 'read_write_office_hours',
    summary: 'Delete a schedule',
    answer: DeletedOfficeHours,
  },
  listExceptions: {
    method: 'GET',
    path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions',
    since: '2.16',
    scope: 'read_office_hours',
    summary: 'Exceptions of a schedule',
    answer: OfficeHoursExceptionList,
  },
  createException: {
    method: 'POST',
    path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions',
    since: '2.16',
    scope: 'read_write_office_hours',
    summary: 'Create an exception',
    body: CreateOfficeHoursExceptionRequest,
    status: 201,
    answer: OfficeHoursException,
  },
  findException: {
    method: 'GET',
    path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}',
    since: '2.16',
    scope: 'read_office_hours',
    summary: 'One exception',
    answer: OfficeHoursException,
  },
  updateException: {
    method: 'PUT',
    path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}',
    since: '2.16',
    scope: 'read_write_office_hours',
    summary: 'Change an exception',
    body: UpdateOfficeHoursExceptionRequest,
    bodyOptional: true,
    answer: OfficeHoursException,
  },
  deleteException: {
    method: 'DELETE',
    path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{id}',
    since: '2.16',
    scope: 'read_write_office_hours',
    summary: 'Delete an exception',
    answer: DeletedOfficeHours,
  },
})
