import { invalid, problem } from '@guichet/contract/errors.ts'
import type { Teammate } from '@guichet/contract/models/teammate.ts'
import type { UpdateTeammateRequest } from '@guichet/contract/operations/inbox/teammates.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { ensureRoles, mayMakeOwners, parseRole } from '../role/index.ts'
import { forgetSessions } from '../session/index.ts'
import {
  lockOwners,
  selectTeammate,
  selectTeammates,
  type TeammateRow,
  updateTeammateRow,
} from './teammate.sql.ts'

type TeammateView = Static<typeof Teammate>

export const mayManageTeammates = permission('manage_teammates')

/** Everybody in the workspace. */
export async function listTeammates(tx: Tx, actor: Actor) {
  return { type: 'list' as const, data: (await selectTeammates(tx, actor.workspace.id)).map(view) }
}

/**
 * Changes the role, the seat or the limit of a teammate, at once wherever they are signed in. 403 for owners where one is not, 409 for
 * the last owner.
 */
export async function updateTeammate(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof UpdateTeammateRequest> },
): Promise<TeammateView> {
  mayManageTeammates(actor)
  const before = await requireTeammate(tx, actor, id)
  const { role = before.role, has_inbox_seat = before.has_inbox_seat } = request
  const { id: workspaceId } = actor.workspace
  if (role !== before.role) {
    if (role === 'owner' || before.role === 'owner') mayMakeOwners(actor)
    if (before.role === 'owner') await keepAnOwner(tx, actor)
    const kind = parseRole(role)
    const roles = await ensureRoles(tx, workspaceId, actor.now)
    if (kind) await updateTeammateRow(tx, workspaceId, before.id, { role_id: roles[kind] }, actor.now)
    await forgetSessions(tx)
    await logActivity(tx, actor, {
      ...{ type: 'admin_permission_change', description: `Made ${before.name} ${role}.` },
      metadata: { admin_id: String(before.id), before: before.role, after: role },
    })
  }
  if (has_inbox_seat !== before.has_inbox_seat) {
    await updateTeammateRow(tx, workspaceId, before.id, { has_inbox_seat }, actor.now)
    const description = `${has_inbox_seat ? 'Gave a seat to' : 'Took the seat of'} ${before.name}.`
    await logActivity(tx, actor, { type: 'seat_change', description, metadata: {} })
  }
  const { assignment_limit: limit } = request
  if (limit !== undefined && limit !== before.assignment_limit) {
    await updateTeammateRow(tx, workspaceId, before.id, { assignment_limit: readLimit(limit) }, actor.now)
    const description = `Changed how much is given to ${before.name}.`
    await logActivity(tx, actor, {
      type: 'admin_conversation_assignment_limit_change',
      description,
      metadata: {},
    })
  }
  return view(await requireTeammate(tx, actor, id))
}

/** None at all is a limit too: nothing is given to them then. */
function readLimit(limit: number | null): number | null {
  if (limit !== null && (limit < 0 || limit > MOST_OPEN))
    throw invalid(`assignment_limit must be from 0 to ${MOST_OPEN}`, 'assignment_limit')
  return limit
}

const MOST_OPEN = 10_000

/** A teammate by the id of a request; 404 for none. */
export async function requireTeammate(tx: Tx, actor: Actor, id: string): Promise<TeammateRow> {
  const row = await byNumericId(id, key => selectTeammate(tx, actor.workspace.id, key))
  if (!row) throw problem(signInErrors.teammateNotFound)
  return row
}

/** Refuses what would leave a workspace without an owner. */
export async function keepAnOwner(tx: Tx, actor: Actor): Promise<void> {
  if ((await lockOwners(tx, actor.workspace.id)) < 2) throw problem(signInErrors.lastOwner)
}

const view = ({ id, role, account_id, totp_confirmed_at, ...row }: TeammateRow): TeammateView => ({
  ...{ type: 'teammate', id: String(id), ...row, role: parseRole(role) ?? null },
  ...{ has_account: account_id !== null, two_factor_enabled: totp_confirmed_at !== null },
})
