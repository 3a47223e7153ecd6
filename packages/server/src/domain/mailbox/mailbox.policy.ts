import { permission } from '../permission.ts'

export const mayManageMail = permission('manage_workspace')
