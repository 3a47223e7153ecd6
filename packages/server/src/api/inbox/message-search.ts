import { messageSearch } from '@guichet/contract/operations/inbox/message-search.ts'
import { searchMessages } from '../../domain/inbox/index.ts'
import { handlers } from '../handlers.ts'

export const messageSearchRoutes = handlers(messageSearch, {
  search: ({ tx, actor, body }) => searchMessages(tx, actor, body),
})
