import { contactHistory } from '@guichet/contract/operations/contact-history.ts'
import { contactActivities } from '../domain/contact-activity/index.ts'
import { mergeHistory, previewMerge } from '../domain/merge/index.ts'
import { handlers } from './handlers.ts'

export const contactHistoryRoutes = handlers(contactHistory, {
  activities: ({ tx, actor, query }) => contactActivities(tx, actor, query),
  previewMerge: ({ tx, actor, body }) => previewMerge(tx, actor, body),
  mergeHistory: ({ tx, actor, params, query }) => mergeHistory(tx, actor, { ...query, id: params.id }),
})
