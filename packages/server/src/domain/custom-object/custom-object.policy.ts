import { permission } from '../permission.ts'

export const mayReadCustomObjects = permission('read_custom_objects')
export const mayWriteCustomObjects = permission('write_custom_objects')
