import type { TicketStateList } from '@guichet/contract/models/ticket-state-detailed.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { insertStates, selectStateCount, selectStatesWithTypes } from './ticket-state.sql.ts'
import { mayReadTicketTypes } from './ticket-type.policy.ts'
import { viewState } from './ticket-type.view.ts'

export type TicketStateCategory = 'submitted' | 'in_progress' | 'waiting_on_customer' | 'resolved'

/** A state a ticket can be in: teammates read one label, contacts the other. */
export interface TicketStateRow {
  id: number
  category: TicketStateCategory
  internal_label: string
  external_label: string
}

/** Gives a workspace the four states that every one begins with, if it has none. */
export async function ensureTicketStates(tx: Tx, workspaceId: string, now: number): Promise<void> {
  if ((await selectStateCount(tx, workspaceId)) === 0) await insertStates(tx, workspaceId, now, DEFAULTS)
}

const state = (category: TicketStateCategory, internal_label: string, external_label = internal_label) => ({
  category,
  internal_label,
  external_label,
})

const DEFAULTS = [
  state('submitted', 'Submitted'),
  state('in_progress', 'In progress'),
  state('waiting_on_customer', 'Waiting on customer', 'Waiting on you'),
  state('resolved', 'Resolved'),
]

/** Every state of the workspace, with the types that have it. */
export async function listTicketStates(tx: Tx, actor: Actor): Promise<Static<typeof TicketStateList>> {
  mayReadTicketTypes(actor)
  const rows = await selectStatesWithTypes(tx, actor.workspace.id)
  return {
    type: 'list',
    data: rows.map(row => ({
      ...viewState(row),
      ticket_types: {
        type: 'list',
        data: row.types.map(({ id, ...type }) => ({ type: 'ticket_type', id: String(id), ...type })),
      },
      archived: row.archived,
    })),
  }
}
