import { permission } from '../permission.ts'

export const mayReadSegments = permission('read_users_and_companies')
export const mayWriteSegments = permission('read_write_users')
