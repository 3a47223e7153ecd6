import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { TicketStateRow } from './ticket-state.ts'

/** Holds the states of a workspace still till the end of the transaction; their ids, in their order. */
export const lockStates = (tx: Tx, workspaceId: string): Promise<{ id: number }[]> =>
  tx
    .selectFrom('ticket_states')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()

export const insertState = (
  tx: Tx,
  actor: Actor,
  state: Omit<TicketStateRow, 'id'>,
): Promise<{ id: number }> =>
  tx
    .insertInto('ticket_states')
    .values(row => ({
      ...{ workspace_id: actor.workspace.id, ...state, created_at: actor.now, updated_at: actor.now },
      position: row
        .selectFrom('ticket_states')
        .select(({ fn, val }) => fn.coalesce(sql<number>`max(position) + 1`, val(0)).as('next'))
        .where('workspace_id', '=', actor.workspace.id),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()

/** Whether there is such a state. */
export async function updateStateRow(
  tx: Tx,
  actor: Actor,
  id: number,
  change: Partial<Pick<TicketStateRow, 'internal_label' | 'external_label'>> & {
    archived?: boolean
    position?: number
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ticket_states')
    .set({ ...change, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives a state to these types, and to no others. */
export async function replaceTypesOf(
  tx: Tx,
  workspaceId: string,
  stateId: number,
  typeIds: number[],
): Promise<void> {
  await tx
    .deleteFrom('ticket_type_states')
    .where('workspace_id', '=', workspaceId)
    .where('ticket_state_id', '=', stateId)
    .execute()
  if (typeIds.length === 0) return
  await tx
    .insertInto('ticket_type_states')
    .values(
      typeIds.map(ticket_type_id => ({
        ...{ workspace_id: workspaceId, ticket_type_id, ticket_state_id: stateId },
      })),
    )
    .execute()
}
