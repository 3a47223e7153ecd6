import { permission } from '../permission.ts'

export const mayReadTeams = permission('read_admins')
export const mayWriteTeams = permission('write_teams')
