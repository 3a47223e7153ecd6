import { HelpCenter, HelpCenterList } from '../models/help-center.ts'
import { family } from '../operation.ts'
import { optional, Type } from '../schema.ts'

export const helpCenters = family({
  list: {
    method: 'GET',
    path: '/help_center/help_centers',
    scope: 'read_articles_scope',
    summary: 'All help centers',
    query: Type.Object({ page: optional(Type.String()), per_page: optional(Type.String()) }),
    answer: HelpCenterList,
  },
  find: {
    method: 'GET',
    path: '/help_center/help_centers/{id}',
    scope: 'read_articles_scope',
    summary: 'One help center',
    answer: HelpCenter,
  },
})
