import { contentStats } from '@guichet/contract/operations/content-stats.ts'
import { findContentStat, listContentStats, recordContentStat } from '../domain/content-stat/index.ts'
import { handlers } from './handlers.ts'

export const contentStatRoutes = handlers(contentStats, {
  create: ({ tx, actor, body }) => recordContentStat(tx, actor, body),
  list: ({ tx, actor, query }) => listContentStats(tx, actor, query),
  find: ({ tx, actor, params }) => findContentStat(tx, actor, params.id),
})
