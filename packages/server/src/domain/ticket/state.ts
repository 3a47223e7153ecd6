import { errors, type Problem, problem } from '@guichet/contract/errors.ts'
import type { NewPart, Standing } from '../conversation/index.ts'
import type { TicketStateRow, TicketTypeRow } from '../ticket-type/index.ts'

/** The state a request names, by its id or (as versions before 2.12 do) its category. 400 when the type has none such. */
export function requireState(
  type: TicketTypeRow,
  named: string,
  refusal: () => Problem = () => problem(errors.ticketStateInvalid),
): TicketStateRow {
  const state = type.states.find(({ id }) => String(id) === named.trim()) ?? inCategory(type, named)
  if (!state) throw refusal()
  return state
}

/** The state tickets of a type begin in. */
export function firstState(type: TicketTypeRow): TicketStateRow {
  const state = inCategory(type, 'submitted') ?? type.states[0]
  if (!state) throw problem(errors.ticketStateInvalid)
  return state
}

const inCategory = (type: TicketTypeRow, category: string): TicketStateRow | undefined =>
  type.states.find(state => state.category === category)

interface Move {
  from: TicketStateRow | undefined
  to: TicketStateRow
  author: NewPart['author']
  state: Standing['state']
  app_package_code: string | null
}

/** The part that tells of a change of state; a ticket's first one goes from its state to itself. */
export const statePart = ({ from, to, author, state, app_package_code }: Move): NewPart => ({
  part_type: 'ticket_state_updated_by_admin',
  author,
  ticket_state: to.category,
  previous_ticket_state: from?.category ?? to.category,
  state,
  app_package_code,
})
