import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../../db/database.ts'
import type { TicketStateRow } from './ticket-state.ts'

export const selectStateCount = async (tx: Tx, workspaceId: string): Promise<number> => {
  const { n } = await tx
    .selectFrom('ticket_states')
    .select(row => row.fn.countAll<number>().as('n'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return n
}

export async function insertStates(
  tx: Tx,
  workspaceId: string,
  now: number,
  states: Omit<TicketStateRow, 'id'>[],
): Promise<void> {
  await tx
    .insertInto('ticket_states')
    .values(states.map(state => ({ ...state, workspace_id: workspaceId, created_at: now, updated_at: now })))
    .execute()
}

/** All states, each with the types that have it. */
export const selectStatesWithTypes = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('ticket_states')
    .select(['id', 'category', 'internal_label', 'external_label', 'archived'])
    .select(row =>
      jsonArrayFrom(
        row
          .selectFrom('ticket_type_states')
          .innerJoin('ticket_types', join =>
            join
              .onRef('ticket_types.workspace_id', '=', 'ticket_type_states.workspace_id')
              .onRef('ticket_types.id', '=', 'ticket_type_states.ticket_type_id'),
          )
          .select([
            'ticket_types.id',
            'ticket_types.name',
            'ticket_types.description',
            'ticket_types.icon',
            'ticket_types.archived',
            'ticket_types.is_internal',
            'ticket_types.category',
          ])
          .where('ticket_type_states.workspace_id', '=', workspaceId)
          .whereRef('ticket_type_states.ticket_state_id', '=', 'ticket_states.id')
          .orderBy('ticket_types.id'),
      ).as('types'),
    )
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute()
