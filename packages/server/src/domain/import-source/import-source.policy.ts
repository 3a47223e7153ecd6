import { permission } from '../permission.ts'

export const mayReadContent = permission('read_content')
export const mayWriteContent = permission('write_content')
