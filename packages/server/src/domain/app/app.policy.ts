import { permission } from '../permission.ts'

export const mayManageApps = permission('manage_apps')
