import type { Ticket } from '@guichet/contract/models/ticket.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { MOST_LINKS, type PartRow, partsOf, viewAttachment } from '../conversation/index.ts'
import {
  type AttributeRow,
  selectTypesOfTickets,
  type TicketTypeRow,
  viewState,
  viewTypeInTicket,
} from '../ticket-type/index.ts'
import type { AttributeValue } from './attribute-values.ts'
import { selectForView, stateOf, type ViewRow } from './ticket.sql.ts'
import { viewSourceAsPart, viewTicketPart } from './ticket-part.view.ts'

export type TicketView = Static<typeof Ticket>

/** Tickets in the order of their ids, with their parts; one that is not there is left out. */
export async function viewTickets(tx: Tx, actor: Actor, ids: number[]): Promise<TicketView[]> {
  if (ids.length === 0) return []
  const [rows, types, parts] = await Promise.all([
    selectForView(tx, { workspaceId: actor.workspace.id, ids }),
    selectTypesOfTickets(tx, { workspaceId: actor.workspace.id, ids }),
    partsOf(tx, actor, ids, 'all'),
  ])
  const typeById = new Map(types.map(type => [type.id, type]))
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    const type = row && typeById.get(row.ticket_type_id)
    return row && type ? [viewRow(actor, row, { type, parts: parts.get(id) ?? [] })] : []
  })
}

/** One ticket that is there. */
export async function viewTicket(tx: Tx, actor: Actor, id: number): Promise<TicketView> {
  const [view] = await viewTickets(tx, actor, [id])
  if (!view) throw new Error('a ticket that was found could not be shown')
  return view
}

function viewRow(actor: Actor, row: ViewRow, beside: { type: TicketTypeRow; parts: PartRow[] }): TicketView {
  return {
    type: 'ticket',
    id: String(row.id),
    ticket_id: String(row.ticket_id),
    ticket_attributes: viewAttributes(actor, row, beside.type),
    ticket_state: viewState(stateOf(row)),
    ticket_type: viewTypeInTicket(beside.type),
    contacts: {
      type: 'contact.list',
      contacts: row.contacts.map(({ id, external_id }) => ({ type: 'contact', id, external_id })),
    },
    admin_assignee_id: row.admin_assignee_id ?? 0,
    team_assignee_id: row.team_assignee_id ?? 0,
    created_at: row.created_at,
    updated_at: row.updated_at,
    ticket_parts: viewParts(actor, row, beside.parts),
    open: row.state !== 'closed',
    ...(row.snoozed_until !== null && { snoozed_until: row.snoozed_until }),
    linked_objects: viewLinks(row),
    category: row.category,
    is_shared: row.is_shared,
    previous_ticket_state_id:
      row.previous_ticket_state_id === null ? null : String(row.previous_ticket_state_id),
    ...(row.company_id !== null && { company_id: row.company_id }),
  }
}

/** A converted conversation began with words, which a ticket shows as its first part. */
function viewParts(actor: Actor, row: ViewRow, parts: PartRow[]): TicketView['ticket_parts'] {
  const source = row.source_body === null ? [] : [viewSourceAsPart(actor, row)]
  return {
    type: 'ticket_part.list',
    ticket_parts: [...source, ...parts.map(part => viewTicketPart(actor, part))],
    total_count: row.count_conversation_parts - 1 + source.length,
  }
}

/** Every attribute of the type by its name; an archived one only where it was set. */
function viewAttributes(actor: Actor, { attributes }: ViewRow, type: TicketTypeRow): Record<string, unknown> {
  return Object.fromEntries(
    type.attributes
      .filter(({ archived, id }) => !archived || id in attributes)
      .map(attribute => [attribute.name, viewValue(actor, attribute, attributes[attribute.id])]),
  )
}

function viewValue(actor: Actor, attribute: AttributeRow, value: AttributeValue | undefined): unknown {
  if (attribute.data_type === 'files')
    return Array.isArray(value) ? value.map(file => viewAttachment(actor, file)) : []
  if (value === undefined) return null
  return attribute.data_type === 'list' ? labelOf(attribute, value) : value
}

/** The label of a list's option, by its id. */
export const labelOf = ({ input_options }: AttributeRow, value: AttributeValue): string =>
  input_options?.list_options?.find(option => option.id === value)?.label ?? String(value)

function viewLinks({ links }: ViewRow): TicketView['linked_objects'] {
  const shown = links.slice(0, MOST_LINKS)
  return {
    type: 'list',
    data: shown.map(({ id, category }) => ({
      type: category === null ? 'conversation' : 'ticket',
      id: String(id),
      category,
    })),
    total_count: shown.length,
    has_more: links.length > shown.length,
  }
}
