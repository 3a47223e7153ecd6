import { ContactActivityList } from '../models/contact-activity.ts'
import { MergeHistoryList, MergePreviewAllowed, MergePreviewBlocked } from '../models/contact-merge.ts'
import { family } from '../operation.ts'
import { IdInput, model, optional, Type } from '../schema.ts'
import { cursorQuery } from './paging.ts'

export const MergePreviewRequest = model('merge_preview_request', {
  from: IdInput(),
  into: IdInput(),
  skip_duplicate_validation: optional(Type.Boolean()),
})

export const contactHistory = family({
  activities: {
    method: 'GET',
    path: '/contacts/activities',
    since: 'Preview',
    scope: 'read_users_and_companies',
    summary: 'What happened to contacts',
    query: Type.Object({ ...cursorQuery }),
    answer: ContactActivityList,
  },
  previewMerge: {
    method: 'POST',
    path: '/contacts/merge/preview',
    since: 'Preview',
    scope: 'read_users_and_companies',
    summary: 'What a merge would do',
    reads: true,
    body: MergePreviewRequest,
    answer: Type.Union([MergePreviewAllowed, MergePreviewBlocked]),
  },
  mergeHistory: {
    method: 'GET',
    path: '/contacts/{id}/merge_history',
    since: '2.16',
    scope: 'read_users_and_companies',
    summary: 'Who was merged into a contact',
    query: Type.Object({
      cursor: optional(Type.String()),
      per_page: optional(Type.String()),
      order: optional(Type.String()),
    }),
    answer: MergeHistoryList,
  },
})
