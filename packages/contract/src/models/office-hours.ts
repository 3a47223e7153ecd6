import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'

export const OfficeHoursTimeInterval = model('office_hours_time_interval', {
  start_minute: Type.Integer(),
  end_minute: Type.Integer(),
  day_of_week: Type.Integer(),
})

export const OfficeHoursSchedule = model('office_hours_schedule', {
  type: Type.Literal('office_hours_schedule'),
  id: Type.String(),
  name: Type.String(),
  time_zone_name: Type.String(),
  time_intervals: Type.Array(OfficeHoursTimeInterval),
  twenty_four_seven: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const OfficeHoursScheduleList = model('office_hours_schedule_list', {
  type: Type.Literal('office_hours_schedule.list'),
  data: Type.Array(OfficeHoursSchedule),
})

export const OfficeHoursException = model('office_hours_exception', {
  type: Type.Literal('office_hours_exception'),
  id: Type.String(),
  office_hours_schedule_id: Type.String(),
  exception_date: Type.String(),
  exception_type: oneOf('closed', 'custom_hours'),
  name: nullable(Type.String()),
  time_intervals: nullable(Type.Array(OfficeHoursTimeInterval)),
  recurring_annually: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const OfficeHoursExceptionList = model('office_hours_exception_list', {
  type: Type.Literal('office_hours_exception.list'),
  data: Type.Array(OfficeHoursException),
})

export const DeletedOfficeHours = model('deleted_office_hours', {
  id: Type.String(),
  object: oneOf('office_hours_schedule', 'office_hours_exception'),
  deleted: Type.Boolean(),
})
