import { AwayStatusReasonList } from '../models/away-status-reason.ts'
import { family } from '../operation.ts'

export const awayStatusReasons = family({
  list: {
    method: 'GET',
    path: '/away_status_reasons',
    since: '2.14',
    scope: 'read_admins',
    summary: 'Reasons to be away',
    answer: AwayStatusReasonList,
  },
})
