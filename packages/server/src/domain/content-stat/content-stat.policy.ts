import { permission } from '../permission.ts'

export const mayReadStats = permission('read_content')
export const mayWriteStats = permission('write_content')
