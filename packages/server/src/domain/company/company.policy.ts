import { permission } from '../permission.ts'

export const mayReadCompanies = permission('read_users_and_companies')
export const mayWriteCompanies = permission('read_write_users')
