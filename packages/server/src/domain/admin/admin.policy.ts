import { permission } from '../permission.ts'

export const mayReadOneAdmin = permission('read_one_admin')
export const mayReadAdmins = permission('read_admins')
