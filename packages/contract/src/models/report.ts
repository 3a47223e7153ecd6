import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'

const share = () => nullable(Type.Number({ minimum: 0, maximum: 1 }))

/** A stretch of time by its days in the time zone of the workspace, both included, and as seconds since the epoch. */
export const ReportPeriod = model('report_period', {
  from: Type.String(),
  to: Type.String(),
  since: Timestamp(),
  until: Timestamp(),
})

/** How long something took: half of the times are at most the median, nine of ten at most `p90`. In seconds. */
export const ReportTimes = model('report_times', {
  count: Type.Integer(),
  median: nullable(Type.Integer()),
  p90: nullable(Type.Integer()),
})

/** What customers thought: how many were asked, how many answered, and the share of those that gave four or five. */
export const ReportRatings = model('report_ratings', {
  asked: Type.Integer(),
  answered: Type.Integer(),
  satisfied: share(),
})

/** The figures of a period. Times are those of the conversations that began in it. */
export const ReportTotals = model('report_totals', {
  started: Type.Integer(),
  /** How often one was closed. */
  closed: Type.Integer(),
  /** How many were not closed when the period ended. */
  open: Type.Integer(),
  first_reply: ReportTimes,
  resolution: ReportTimes,
  ratings: ReportRatings,
})

export const ReportStep = model('report_step', {
  /** The first day of the step, or its hour: `2026-11-25`, `2026-11-25T14`. */
  at: Type.String(),
  started: Type.Integer(),
  closed: Type.Integer(),
  open: Type.Integer(),
  first_reply: ReportTimes,
  resolution: ReportTimes,
  ratings: ReportRatings,
})

export const ReportOverview = model('report_overview', {
  type: Type.Literal('report_overview'),
  timezone: Type.String(),
  step: oneOf('hour', 'day', 'week', 'month'),
  period: ReportPeriod,
  totals: ReportTotals,
  steps: Type.Array(ReportStep),
  /** As many days before it. */
  previous: Type.Object({
    period: ReportPeriod,
    totals: ReportTotals,
    steps: Type.Array(ReportStep),
  }),
})

export const ReportGroup = model('report_group', {
  /** The id of the team, teammate or tag, or the channel; null for what has none. */
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  started: Type.Integer(),
  closed: Type.Integer(),
  first_reply: ReportTimes,
  resolution: ReportTimes,
  ratings: ReportRatings,
})

export const ReportGroups = model('report_groups', {
  type: Type.Literal('report_groups'),
  by: oneOf('team', 'teammate', 'tag', 'channel'),
  period: ReportPeriod,
  data: Type.Array(ReportGroup),
})

/** An hour of the week in which something began. */
export const ReportHour = model('report_hour', {
  /** From Monday, 1, to Sunday, 7. */
  day: Type.Integer(),
  /** From 0 to 23. */
  hour: Type.Integer(),
  started: Type.Integer(),
  first_reply: ReportTimes,
})

export const ReportHours = model('report_hours', {
  type: Type.Literal('report_hours'),
  timezone: Type.String(),
  period: ReportPeriod,
  data: Type.Array(ReportHour),
})
