import { errors, problem } from '@guichet/contract/errors.ts'
import type { AwayStatusReason } from '@guichet/contract/models/away-status-reason.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { type ReasonRow, selectReason, selectReasons } from './away-status-reason.sql.ts'

export type ReasonView = Static<typeof AwayStatusReason>

const mayReadReasons = permission('read_admins')

/** What other nouns need to know of a reason. */
export interface ReasonRef {
  id: number
  /** Its words as people see them, such as `☕ On a break`. */
  text: string
}

/** Every reason to be away, those deleted too. */
export async function listAwayStatusReasons(
  tx: Tx,
  actor: Actor,
): Promise<{ type: 'list'; data: ReasonView[] }> {
  mayReadReasons(actor)
  const rows = await selectReasons(tx, actor.workspace.id)
  return { type: 'list', data: rows.map(viewReason) }
}

/** The reason of an id that may still be given; 400 for none and for one that was deleted. */
export async function requireReason(tx: Tx, actor: Actor, id: string): Promise<ReasonRef> {
  const row = await byNumericId(id, key => selectReason(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.awayReasonUnknown)
  if (row.deleted) throw problem(errors.awayReasonDeleted)
  return { id: row.id, text: [row.emoji, row.label].filter(Boolean).join(' ') }
}

export const viewReason = (row: ReasonRow): ReasonView => ({
  ...row,
  type: 'away_status_reason',
  id: String(row.id),
  emoji: row.emoji ?? '',
})
