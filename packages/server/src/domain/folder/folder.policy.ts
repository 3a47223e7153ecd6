import { permission } from '../permission.ts'

export const mayReadFolders = permission('read_content')
export const mayWriteFolders = permission('write_content')
