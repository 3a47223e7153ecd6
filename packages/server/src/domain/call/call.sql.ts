import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { byTime, type NumberedPage, rowsOfPage } from '../../db/numbered.ts'
import type { Calls } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

const COLUMNS = [
  ...(['calls.id', 'calls.conversation_id', 'calls.admin_id', 'calls.contact_id'] as const),
  ...(['calls.state', 'calls.call_type', 'calls.direction', 'calls.ended_reason'] as const),
  ...(['calls.phone', 'calls.initiated_at', 'calls.answered_at', 'calls.ended_at'] as const),
  ...(['calls.hold_time', 'calls.recording', 'calls.transcript', 'calls.transcript_status'] as const),
  ...(['calls.fin_call_id', 'calls.created_at', 'calls.updated_at'] as const),
] as const

const withFin = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('calls')
    .leftJoin('calls as fin', join =>
      join.onRef('fin.workspace_id', '=', 'calls.workspace_id').onRef('fin.id', '=', 'calls.fin_call_id'),
    )
    .select(COLUMNS)
    .select([
      sql<boolean>`fin.recording is not null`.as('fin_recorded'),
      sql<boolean>`fin.transcript is not null`.as('fin_transcribed'),
    ])
    .where('calls.workspace_id', '=', workspaceId)

export type CallRow = NonNullable<Awaited<ReturnType<typeof selectCall>>>

export const selectCall = (tx: Tx, workspaceId: string, id: number) =>
  withFin(tx, workspaceId).where('calls.id', '=', id).executeTakeFirst()

/** One stretch of the calls, the newest first, and how many there are. */
export async function selectCalls(
  tx: Tx,
  workspaceId: string,
  page: NumberedPage,
): Promise<{ rows: CallRow[]; total: number }> {
  const [rows, { total }] = await Promise.all([
    rowsOfPage(withFin(tx, workspaceId), byTime('calls.created_at', 'calls.id'), page),
    tx
      .selectFrom('calls')
      .select(row => row.fn.countAll<number>().as('total'))
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

/** The calls of some ids. */
export const selectCallsOfIds = (tx: Tx, workspaceId: string, ids: number[]): Promise<CallRow[]> =>
  withFin(tx, workspaceId).where('calls.id', '=', sql<number>`any(${ids}::bigint[])`).execute()

/** The calls of some conversations, the newest first. */
export const selectCallsOf = (tx: Tx, workspaceId: string, conversationIds: number[]): Promise<CallRow[]> =>
  withFin(tx, workspaceId)
    .where('calls.conversation_id', '=', sql<number>`any(${conversationIds}::bigint[])`)
    .orderBy('calls.created_at', 'desc')
    .orderBy('calls.id', 'desc')
    .execute()

export type NewCall = Omit<Insertable<Calls>, 'workspace_id' | 'id' | 'updated_at'>

export const insertCall = (tx: Tx, actor: Actor, call: NewCall): Promise<{ id: number }> =>
  tx
    .insertInto('calls')
    .values({ workspace_id: actor.workspace.id, ...call, updated_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Matches a call with the latest announcement of it to Fin that waits for one. */
export async function matchAnnouncement(
  tx: Tx,
  actor: Actor,
  { callId, phone, since }: { callId: number; phone: string; since: number },
): Promise<void> {
  await tx
    .updateTable('fin_voice_calls')
    .set({ call_id: callId, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', waiting =>
      waiting
        .selectFrom('fin_voice_calls')
        .select('id')
        .where('workspace_id', '=', actor.workspace.id)
        .where('user_phone_number', '=', phone)
        .where('call_id', 'is', null)
        .where('created_at', '>=', since)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1),
    )
    .execute()
}
