import { permission } from '../permission.ts'

export const mayReadSnippets = permission('read_content')
export const mayWriteSnippets = permission('read_write_content_snippets')
