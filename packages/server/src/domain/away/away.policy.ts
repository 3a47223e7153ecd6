import { permission } from '../permission.ts'

export const mayWriteAdmins = permission('write_admins')
