import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { TicketStateDetailed } from '@guichet/contract/models/ticket-state-detailed.ts'
import type {
  CreateTicketStateRequest,
  UpdateTicketStateRequest,
} from '@guichet/contract/operations/inbox/ticket-settings.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { insertState, lockStates, replaceTypesOf, updateStateRow } from './set-states.sql.ts'
import { listTicketStates } from './ticket-state.ts'
import { selectTypes } from './ticket-type.sql.ts'

type StateView = Static<typeof TicketStateDetailed>

const mayManage = permission('manage_workspace')

/** Makes a state, behind all others of its category; of every type unless some are named. */
export async function createTicketState(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateTicketStateRequest>,
): Promise<StateView> {
  mayManage(actor)
  await lockStates(tx, actor.workspace.id)
  const internal_label = readLabel(request.internal_label, 'internal_label')
  const { id } = await insertState(tx, actor, {
    ...{ category: request.category, internal_label },
    external_label: readLabel(request.external_label ?? internal_label, 'external_label'),
  })
  await setTypes(tx, actor, id, request.ticket_type_ids ?? 'all')
  return shown(tx, actor, id)
}

/**
 * Changes what a state is called and which types have it; archives it or brings it back. Tickets that are in it stay so. 400 where
 * a type would be left without a state to begin or to end in; 404 for no such state.
 */
export async function updateTicketState(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof UpdateTicketStateRequest> },
): Promise<StateView> {
  mayManage(actor)
  await lockStates(tx, actor.workspace.id)
  const { internal_label, external_label, archived, ticket_type_ids } = request
  const key = numericId(id) ?? 0
  const isThere = await updateStateRow(tx, actor, key, {
    ...(internal_label !== undefined && { internal_label: readLabel(internal_label, 'internal_label') }),
    ...(external_label !== undefined && { external_label: readLabel(external_label, 'external_label') }),
    ...(archived !== undefined && { archived }),
  })
  if (!isThere) throw problem(errors.notFound)
  if (ticket_type_ids) await setTypes(tx, actor, key, ticket_type_ids)
  await keepEnds(tx, actor)
  return shown(tx, actor, key)
}

/** Puts the states in an order; those that it does not name stand behind. 400 for one that is not there. */
export async function orderTicketStates(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  mayManage(actor)
  const all = (await lockStates(tx, actor.workspace.id)).map(({ id }) => String(id))
  const unknown = ids.find(id => !all.includes(id))
  if (unknown !== undefined) throw invalid(`ids names ${unknown.slice(0, 40)}, which is no state`, 'ids')
  for (const [position, id] of [...new Set([...ids, ...all])].entries())
    await updateStateRow(tx, actor, Number(id), { position })
}

async function setTypes(tx: Tx, actor: Actor, id: number, wanted: readonly string[] | 'all'): Promise<void> {
  const all = (await selectTypes(tx, actor.workspace.id, 'all')).map(type => type.id)
  const keys = wanted === 'all' ? all : wanted.map(each => numericId(each) ?? 0)
  if (keys.some(key => !all.includes(key)))
    throw invalid('ticket_type_ids names a type that is not there', 'ticket_type_ids')
  await replaceTypesOf(tx, actor.workspace.id, id, [...new Set(keys)])
}

/** A ticket begins somewhere, and comes to its end. */
async function keepEnds(tx: Tx, actor: Actor): Promise<void> {
  for (const type of await selectTypes(tx, actor.workspace.id, 'all'))
    for (const category of ['submitted', 'resolved'] as const)
      if (!type.archived && !type.states.some(state => state.category === category))
        throw invalid(`Tickets of the type '${type.name}' would have no state of the category ${category}`)
}

async function shown(tx: Tx, actor: Actor, id: number): Promise<StateView> {
  const { data } = await listTicketStates(tx, actor)
  const state = data.find(each => each.id === String(id))
  if (!state) throw new Error('a state that was written could not be read')
  return state
}

function readLabel(given: string, field: string): string {
  const label = given.trim()
  if (label === '') throw missing(field)
  if (label.length > LONGEST_LABEL)
    throw invalid(`${field} may have at most ${LONGEST_LABEL} characters`, field)
  return label
}

const LONGEST_LABEL = 100
