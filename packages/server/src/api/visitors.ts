import { visitors } from '@guichet/contract/operations/visitors.ts'
import { convertVisitor, findVisitor, updateVisitor } from '../domain/visitor/index.ts'
import { handlers } from './handlers.ts'

export const visitorRoutes = handlers(visitors, {
  find: ({ tx, actor, query }) => findVisitor(tx, actor, query.user_id),
  update: ({ tx, actor, body }) => updateVisitor(tx, actor, body),
  convert: ({ tx, actor, body }) => convertVisitor(tx, actor, body),
})
