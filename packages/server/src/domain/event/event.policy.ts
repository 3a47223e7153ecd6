import { permission } from '../permission.ts'

export const mayReadEvents = permission('read_events')
export const mayWriteEvents = permission('write_events')
