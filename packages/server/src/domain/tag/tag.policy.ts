import { permission } from '../permission.ts'

export const mayReadTags = permission('read_tags')
export const mayWriteTags = permission('write_tags')
