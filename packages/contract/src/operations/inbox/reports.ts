import { ReportGroups, ReportHours, ReportOverview } from '../../models/report.ts'
import { family } from '../../operation.ts'
import { IdInput, oneOf, optional, Type } from '../../schema.ts'

const scope = 'export_reporting_data'

const reportQuery = {
  /** Days in the time zone of the workspace, both included: `2026-11-25`. */
  from: Type.String(),
  to: Type.String(),
  /** Conversations unless said. */
  kind: optional(oneOf('conversation', 'ticket')),
  /** Who has it now. */
  team_id: optional(IdInput()),
  admin_id: optional(IdInput()),
  tag_id: optional(IdInput()),
  channel: optional(Type.String()),
}

export const ReportQuery = Type.Object(reportQuery)

/** Figures of conversations or tickets, counted from what happened. Those of the reporting exports, added up. */
export const reports = family({
  overview: {
    access: 'session',
    method: 'GET',
    path: '/app/api/reports/overview',
    scope,
    summary: 'The figures of a period, step by step, and of as many days before it',
    query: ReportQuery,
    answer: ReportOverview,
  },
  groups: {
    access: 'session',
    method: 'GET',
    path: '/app/api/reports/groups',
    scope,
    summary: 'The figures of a period by team, teammate, tag or channel',
    query: Type.Object({ ...reportQuery, by: oneOf('team', 'teammate', 'tag', 'channel') }),
    answer: ReportGroups,
  },
  hours: {
    access: 'session',
    method: 'GET',
    path: '/app/api/reports/hours',
    scope,
    summary: 'In which hours of the week conversations begin, and how long they wait',
    query: ReportQuery,
    answer: ReportHours,
  },
})
