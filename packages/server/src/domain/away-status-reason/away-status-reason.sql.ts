import type { Tx } from '../../db/database.ts'

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
