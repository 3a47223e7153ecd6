import { permission } from '../permission.ts'

export const mayReadContacts = permission('read_users_and_companies')
export const mayWriteContacts = permission('read_write_users')
