import { permission } from '../permission.ts'

export const mayReadNotes = permission('read_users_and_companies')
export const mayWriteNotes = permission('read_write_users', 'write_notes')
