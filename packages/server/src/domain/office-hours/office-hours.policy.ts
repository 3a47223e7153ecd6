import { permission } from '../permission.ts'

export const mayReadOfficeHours = permission('read_office_hours')
export const mayWriteOfficeHours = permission('read_write_office_hours')
