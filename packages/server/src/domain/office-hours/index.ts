export {
  createException,
  deleteException,
  findException,
  listExceptions,
  updateException,
} from './exception.ts'
export { hoursOf } from './hours-of.sql.ts'
export { opensAt } from './opens-at.ts'
export {
  createSchedule,
  deleteSchedule,
  findSchedule,
  listSchedules,
  updateSchedule,
} from './schedule.ts'
export { type OfficeHours, workedTime } from './worked-time.ts'
