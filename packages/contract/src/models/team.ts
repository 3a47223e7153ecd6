import { model, nullable, optional, since, Type } from '../schema.ts'

export const AdminPriorityLevel = model('admin_priority_level', {
  primary_admin_ids: nullable(Type.Array(Type.Integer())),
  secondary_admin_ids: nullable(Type.Array(Type.Integer())),
})

/** A team and the admins in it. */
export const Team = model('team', {
  type: Type.Literal('team'),
  id: Type.String(),
  name: Type.String(),
  admin_ids: Type.Array(Type.Integer()),
  admin_priority_level: since('2.8', optional(nullable(AdminPriorityLevel))),
  assignment_limit: since('2.14', optional(nullable(Type.Integer()))),
  distribution_method: since('2.14', optional(nullable(Type.String()))),
})

export const TeamList = model('team_list', {
  type: Type.Literal('team.list'),
  teams: Type.Array(Team),
})

export const TeamMetric = model('team_metric', {
  type: Type.Literal('team_metric'),
  admin_id: Type.String(),
  open: Type.Integer(),
  idle: Type.Integer(),
  snoozed: Type.Integer(),
})

export const TeamMetricList = model('team_metric_list', {
  type: Type.Literal('team_metric.list'),
  data: Type.Array(TeamMetric),
})
