import { permission } from '../permission.ts'

export const mayReadRedirects = permission('read_help_center_redirects_scope')
export const mayWriteRedirects = permission('read_write_help_center_redirects_scope')
