export {
  createException,
  deleteException,
  findException,
  listExceptions,
  updateException,
} from './exception.ts'
export {
  createSchedule,
  deleteSchedule,
  findSchedule,
  listSchedules,
  updateSchedule,
} from './schedule.ts'
