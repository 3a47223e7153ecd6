import type { RemoveTeammateRequest } from '@guichet/contract/operations/inbox/teammates.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import {
  type Assignee,
  assignConversation,
  lockConversation,
  requireAssignee,
} from '../conversation/index.ts'
import { ALLOWLIST_CHANNEL } from '../ip-allowlist/index.ts'
import { mayMakeOwners } from '../role/index.ts'
import { endSessionsOf, forgetSessions } from '../session/index.ts'
import { removed } from './teammate.events.ts'
import {
  notifyCredentials,
  selectOpenConversations,
  unlinkTeammate,
  updateTeammateRow,
} from './teammate.sql.ts'
import { keepAnOwner, mayManageTeammates, requireTeammate } from './teammate.ts'

/**
 * Removes a teammate: what is open goes to whom the request names, or to nobody; their sessions and tokens end. 403 for
 * owners where one is not, 409 for the last owner, 422 for nobody to take over.
 */
export async function removeTeammate(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof RemoveTeammateRequest> },
): Promise<void> {
  mayManageTeammates(actor)
  const teammate = await requireTeammate(tx, actor, id)
  if (teammate.role === 'owner') {
    mayMakeOwners(actor)
    await keepAnOwner(tx, actor)
  }
  const { id: workspaceId } = actor.workspace
  await handOver(tx, actor, teammate.id, await successor(tx, actor, teammate.id, request.reassign_to))
  await append(tx, actor, removed(teammate.id))
  await logActivity(tx, actor, {
    ...{ type: 'admin_deletion', description: `Removed ${teammate.name}.` },
    metadata: { admin_id: id, email: teammate.email },
  })
  await endSessionsOf(tx, { teammate: { workspaceId, adminId: teammate.id } }, actor.now)
  await unlinkTeammate(tx, workspaceId, teammate.id, actor.now)
  await updateTeammateRow(tx, workspaceId, teammate.id, { removed_at: actor.now }, actor.now)
  await notifyCredentials(tx, ALLOWLIST_CHANNEL, workspaceId)
  await forgetSessions(tx)
}

/** Who takes over: a team where no teammate has the id, for they are never the same. */
async function successor(
  tx: Tx,
  actor: Actor,
  leaving: number,
  id: string | null | undefined,
): Promise<Assignee> {
  const unknown = signInErrors.assigneeUnknown
  if (id === undefined || id === null) return { type: 'admin', id: null }
  const found = await requireAssignee(tx, actor, { type: 'admin', id, unknown }).catch(() => undefined)
  const assignee = found ?? (await requireAssignee(tx, actor, { type: 'team', id, unknown }))
  return assignee.type === 'admin' && assignee.id === leaving ? { type: 'admin', id: null } : assignee
}

async function handOver(tx: Tx, actor: Actor, from: number, to: Assignee): Promise<void> {
  const admin = await requireAdmin(tx, actor, undefined)
  const nobody: Assignee = { type: 'admin', id: null }
  const steps = to.type === 'team' ? [nobody, to] : [to]
  for (const id of await selectOpenConversations(tx, actor.workspace.id, from)) {
    for (const assignee of steps) {
      const conversation = await lockConversation(tx, actor, String(id))
      // Not by hand: what sleeps goes on sleeping.
      await assignConversation(tx, actor, { conversation, admin, assignee, partType: 'default_assignment' })
    }
  }
}
