import type { ReportRatings, ReportTimes } from '@guichet/contract/models/report.ts'
import type { Static } from '@guichet/contract/schema.ts'

/** What was measured of some conversations, as the statements of this noun tell it. */
export interface TimesRow {
  started: number
  reply_count: number
  /** The median and the 90th percentile. */
  reply: [number, number] | null
  resolution_count: number
  resolution: [number, number] | null
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
  median: whole(row?.reply?.[0]),
  p90: whole(row?.reply?.[1]),
})

export const resolution = (row: TimesRow | undefined): Static<typeof ReportTimes> => ({
  count: row?.resolution_count ?? 0,
  median: whole(row?.resolution?.[0]),
  p90: whole(row?.resolution?.[1]),
})

export const ratings = (row: RatingsRow | undefined): Static<typeof ReportRatings> => ({
  asked: row?.asked ?? 0,
  answered: row?.answered ?? 0,
  satisfied: row && row.answered > 0 ? row.satisfied / row.answered : null,
})
