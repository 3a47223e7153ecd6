import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

const COLUMNS = ['id', 'label', 'emoji', 'order', 'deleted', 'created_at', 'updated_at'] as const

export type ReasonRow = NonNullable<Awaited<ReturnType<typeof selectReason>>>

/** Every reason in the order they are shown, those deleted too. */
export const selectReasons = (tx: Tx, workspaceId: string): Promise<ReasonRow[]> =>
  tx
    .selectFrom('away_status_reasons')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .orderBy('order')
    .orderBy('id')
    .execute()

export const selectReason = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('away_status_reasons')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export const insertReason = (
  tx: Tx,
  actor: Actor,
  reason: { label: string; emoji: string | null },
): Promise<ReasonRow> =>
  tx
    .insertInto('away_status_reasons')
    .values(row => ({
      ...{ workspace_id: actor.workspace.id, ...reason, created_at: actor.now, updated_at: actor.now },
      // Behind all that there are.
      order: row
        .selectFrom('away_status_reasons')
        .select(({ fn, val }) => fn.coalesce(sql<number>`max("order") + 1`, val(0)).as('next'))
        .where('workspace_id', '=', actor.workspace.id),
    }))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export const updateReasonRow = (
  tx: Tx,
  actor: Actor,
  id: number,
  change: { label?: string; emoji?: string | null; deleted?: boolean; order?: number },
): Promise<ReasonRow | undefined> =>
  tx
    .updateTable('away_status_reasons')
    .set({ ...change, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirst()

/** Whether everybody who goes away has to say why. */
export async function selectMandatory(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('workspaces')
    .select(
      sql<boolean>`coalesce(settings @> '{"away_status_reason_mandatory": true}', false)`.as('mandatory'),
    )
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  return row?.mandatory ?? false
}

export async function updateMandatory(tx: Tx, actor: Actor, mandatory: boolean): Promise<void> {
  await tx
    .updateTable('workspaces')
    .set({
      settings: sql<string>`settings || ${json({ away_status_reason_mandatory: mandatory })}::jsonb`,
      updated_at: actor.now,
    })
    .where('id', '=', actor.workspace.id)
    .execute()
}
