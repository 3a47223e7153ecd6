import type { Team } from '@guichet/contract/models/team.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Priority, TeamRow } from './team.sql.ts'

export type TeamView = Static<typeof Team>

/** Who is in a team with which priority, and what its limit is where it balances load. */
export function viewTeam(row: TeamRow): TeamView {
  const members = row.members ?? []
  const having = (wanted: Priority) => members.filter(([, priority]) => priority === wanted).map(([id]) => id)
  return {
    type: 'team',
    id: String(row.id),
    name: row.name,
    admin_ids: members.map(([id]) => id),
    admin_priority_level: {
      primary_admin_ids: having('primary'),
      secondary_admin_ids: having('secondary'),
    },
    ...(row.distribution_method === 'load_balanced' && { assignment_limit: row.assignment_limit }),
    distribution_method: row.distribution_method,
  }
}
