import { content } from '@guichet/contract/operations/content.ts'
import { runBulkAction, searchContent } from '../domain/content/index.ts'
import { handlers } from './handlers.ts'

export const contentRoutes = handlers(content, {
  search: ({ tx, actor, query }) => searchContent(tx, actor, query),
  bulk: ({ tx, actor, body }) => runBulkAction(tx, actor, body),
})
