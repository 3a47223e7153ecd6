import { awayReasonsAreGiven } from '@guichet/contract/changes/gates.ts'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { SetAwayRequest } from '@guichet/contract/operations/admins.ts'
import type { SetOwnAwayRequest } from '@guichet/contract/operations/inbox/inbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { type AdminView, findAdmin, requireAdmin } from '../admin/index.ts'
import { type ReasonRef, reasonIsMandatory, requireReason } from '../away-status-reason/index.ts'
import { awayModeUpdated } from './away.events.ts'
import { mayWriteAdmins } from './away.policy.ts'
import { type Away, lockAway, updateAway } from './away.sql.ts'

type AwayRequest = Static<typeof SetAwayRequest>

/**
 * Sends a teammate away or takes them back, and tells it where that changes anything. 404 for no such teammate; 400 for
 * a reason that cannot be given, or for none where the workspace wants one.
 */
export async function setAway(tx: Tx, actor: Actor, id: string, request: AwayRequest): Promise<AdminView> {
  mayWriteAdmins(actor)
  return change(tx, actor, id, request)
}

/**
 * Goes away oneself, for a reason or none, or comes back: that needs nobody's leave. Somebody who is away already stays so for the
 * same reason unless they give another. 400 where the workspace asks for a reason.
 */
export async function setOwnAway(
  tx: Tx,
  actor: Actor,
  { away, away_status_reason_id, reassign = false }: Static<typeof SetOwnAwayRequest>,
): Promise<void> {
  const before = await lockAway(tx, actor.workspace.id, actor.adminId)
  const reason = away_status_reason_id ?? before?.away_status_reason_id?.toString()
  await change(tx, actor, String(actor.adminId), {
    ...{ away_mode_enabled: away, away_mode_reassign: away && reassign },
    ...(reason !== undefined && { away_status_reason_id: reason }),
  })
}

async function change(tx: Tx, actor: Actor, id: string, request: AwayRequest): Promise<AdminView> {
  const admin = await byNumericId(id, key => lockAway(tx, actor.workspace.id, key))
  if (!admin) throw problem(errors.awayAdminNotFound)
  const reason = await reasonFor(tx, actor, request)
  const away: Away = {
    away_mode_enabled: request.away_mode_enabled,
    away_mode_reassign: request.away_mode_reassign,
    away_status_reason_id: reason?.id ?? null,
  }
  if (!isSame(admin, away)) {
    await updateAway(tx, actor, admin.id, away)
    await tell(tx, actor, admin, away, reason?.text ?? null)
  }
  return findAdmin(tx, actor, String(admin.id))
}

/** Only somebody who is away has a reason for it. */
async function reasonFor(tx: Tx, actor: Actor, request: AwayRequest): Promise<ReasonRef | undefined> {
  const id = request.away_status_reason_id ?? undefined
  const reason = id === undefined ? undefined : await requireReason(tx, actor, id)
  if (!request.away_mode_enabled || reason) return request.away_mode_enabled ? reason : undefined
  const asked = actor.gates.has(awayReasonsAreGiven) && (await reasonIsMandatory(tx, actor.workspace.id))
  if (asked) throw problem(errors.awayReasonMandatory)
  return undefined
}

const isSame = (was: Away, is: Away): boolean =>
  was.away_mode_enabled === is.away_mode_enabled &&
  was.away_mode_reassign === is.away_mode_reassign &&
  was.away_status_reason_id === is.away_status_reason_id

async function tell(
  tx: Tx,
  actor: Actor,
  admin: { id: number; name: string },
  away: Away,
  reason: string | null,
): Promise<void> {
  const by = await requireAdmin(tx, actor, undefined)
  await append(tx, actor, awayModeUpdated(admin.id, reason))
  await logActivity(tx, actor, {
    type: 'admin_away_mode_change',
    description: `${by.name} ${away.away_mode_enabled ? 'set' : 'ended'} away mode for ${admin.name}.`,
    metadata: {
      away_mode: away.away_mode_enabled,
      away_status_reason: reason,
      reassign_conversations: away.away_mode_reassign,
      source: `admin update from api - Admin id: ${by.id}`,
      auto_changed: 'false',
      update_by: by.id,
      update_by_name: by.name,
    },
  })
}
