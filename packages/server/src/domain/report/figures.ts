import type { ReportRatings, ReportTimes } from '@guichet/contract/models/report.ts'
import type { Static } from '@guichet/contract/schema.ts'

/** What was measured of some conversations, as the statements of this noun tell it. */
export interface TimesRow {
  started: number
  reply_count: number
  reply_median: number | null
  reply_p90: number | null
  resolution_count: number
  resolution_median: number | null
  resolution_p90: number | null
}

export interface RatingsRow {
  asked: number
  answered: number
  satisfied: number
}

const whole = (seconds: number | null | undefined): number | null =>
  seconds == null ? null : Math.round(seconds)

export const firstReply = (row: TimesRow | undefined): Static<typeof ReportTimes> => ({
  count: row?.reply_count ?? 0,
  median: whole(row?.reply_median),
  p90: whole(row?.reply_p90),
})

export const resolution = (row: TimesRow | undefined): Static<typeof ReportTimes> => ({
  count: row?.resolution_count ?? 0,
  median: whole(row?.resolution_median),
  p90: whole(row?.resolution_p90),
})

export const ratings = (row: RatingsRow | undefined): Static<typeof ReportRatings> => ({
  asked: row?.asked ?? 0,
  answered: row?.answered ?? 0,
  satisfied: row && row.answered > 0 ? row.satisfied / row.answered : null,
})
