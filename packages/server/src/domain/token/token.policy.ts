import { permission } from '../permission.ts'

export const mayManageTokens = permission('manage_developer')
