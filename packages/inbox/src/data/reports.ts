import type { AnswerOf } from '@guichet/contract/operation.ts'
import { reports } from '@guichet/contract/operations/inbox/reports.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf } from './query-of.ts'
import { daysOf, type Grouping, periodOf, type ReportSearch, todayIn } from './report-search.ts'

export type Overview = AnswerOf<typeof reports.overview>
export type ReportStep = Overview['steps'][number]
export type ReportTotals = Overview['totals']
export type ReportGroup = AnswerOf<typeof reports.groups>['data'][number]
export type ReportHour = AnswerOf<typeof reports.hours>['data'][number]

function queryFor(search: ReportSearch, timezone: string) {
  const { kind, team, teammate, tag, channel } = search
  return {
    ...periodOf(search, timezone),
    ...(kind && { kind }),
    ...(team && { team_id: team }),
    ...(teammate && { admin_id: teammate }),
    ...(tag && { tag_id: tag }),
    ...(channel && { channel }),
  }
}

/** What was shown stays while another period is counted. */
const KEPT = { placeholderData: keepPreviousData, staleTime: 60_000 } as const

export const useOverview = (search: ReportSearch, timezone: string) =>
  useQuery({ ...queryOf(reports.overview, { query: queryFor(search, timezone) }), ...KEPT })

export const useReportGroups = (search: ReportSearch, timezone: string, by: Grouping) =>
  useQuery({ ...queryOf(reports.groups, { query: { ...queryFor(search, timezone), by } }), ...KEPT })

export const useReportHours = (search: ReportSearch, timezone: string) =>
  useQuery({ ...queryOf(reports.hours, { query: queryFor(search, timezone) }), ...KEPT })

/** The ways conversations came in of late, for the filter: all that the last year knows. */
export function useChannels(timezone: string): string[] {
  const query = { ...daysOf('year', todayIn(timezone)), by: 'channel' as const }
  const { data } = useQuery({ ...queryOf(reports.groups, { query }), staleTime: 5 * 60_000 })
  return data?.data.flatMap(({ id }) => id ?? []) ?? []
}
