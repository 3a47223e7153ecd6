import { permission } from '../permission.ts'

export const mayReadArticles = permission('read_articles_scope')
export const mayWriteArticles = permission('read_write_articles_scope')
