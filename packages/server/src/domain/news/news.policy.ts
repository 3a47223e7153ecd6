import { permission } from '../permission.ts'

export const mayReadNews = permission('read_content')
export const mayWriteNews = permission('write_content')
