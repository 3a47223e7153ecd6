import type { TeamMetricList } from '@guichet/contract/models/team.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { requireTeam } from '../team/index.ts'
import { countInHand } from './team-metric.sql.ts'

const mayRead = permission('read_admins')

const USUAL_IDLE = 1800
const MOST_IDLE = 86_400

/** How many conversations each member of a team has in hand. `idle_threshold` is in seconds. */
export async function teamMetrics(
  tx: Tx,
  actor: Actor,
  { teamId, idle_threshold }: { teamId: string; idle_threshold?: number | undefined },
): Promise<Static<typeof TeamMetricList>> {
  mayRead(actor)
  const team = await requireTeam(tx, actor, teamId)
  const adminIds = (team.members ?? []).map(([id]) => id)
  const idleSince = actor.now - Math.min(Math.max(idle_threshold ?? USUAL_IDLE, 1), MOST_IDLE)
  const rows = await countInHand(tx, actor.workspace.id, { adminIds, idleSince })
  const byAdmin = new Map(rows.map(row => [row.admin_assignee_id, row]))
  return {
    type: 'team_metric.list',
    data: adminIds.map(id => {
      const { open = 0, idle = 0, snoozed = 0 } = byAdmin.get(id) ?? {}
      return { type: 'team_metric', admin_id: String(id), open, idle, snoozed }
    }),
  }
}
