import type { TicketPart } from '@guichet/contract/models/ticket-part.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'
import { type PartRow, viewAttachment, viewTranslations } from '../conversation/index.ts'
import type { TicketStateCategory } from '../ticket-type/index.ts'
import type { UpdatedAttribute } from './attribute-part.ts'
import type { ViewRow } from './ticket.sql.ts'

export type TicketPartView = Static<typeof TicketPart>

/** A part as a ticket shows it: what is empty is left out. */
export const viewTicketPart = (actor: Actor, row: PartRow): TicketPartView => ({
  type: 'ticket_part',
  id: String(row.id),
  part_type: row.part_type,
  ...(row.body && { body: row.written?.body ?? row.body }),
  ...(isCategory(row.ticket_state) && { ticket_state: row.ticket_state }),
  ...(isCategory(row.previous_ticket_state) && { previous_ticket_state: row.previous_ticket_state }),
  created_at: row.created_at,
  updated_at: row.updated_at,
  ...(row.assigned_to_type && { assigned_to: { type: row.assigned_to_type, id: row.assigned_to_id } }),
  author: viewAuthor(row.author_type, {
    id: row.author_id,
    name: row.author_name,
    email: row.author_email,
  }),
  attachments: row.attachments.map(file => viewAttachment(actor, file)),
  ...(row.external_id && { external_id: row.external_id }),
  redacted: row.redacted,
  ...(row.app_package_code && { app_package_code: row.app_package_code }),
  ...(row.written && { translations: viewTranslations(row) }),
  ...(isUpdatedAttribute(row.updated_attribute_data) && {
    updated_attribute_data: row.updated_attribute_data,
  }),
})

/** The first message of a conversation that became a ticket. */
export const viewSourceAsPart = (actor: Actor, row: ViewRow): TicketPartView => ({
  type: 'ticket_part',
  id: String(row.source_id),
  part_type: 'comment',
  ...(row.source_body && { body: row.source_body }),
  created_at: row.created_at,
  updated_at: row.created_at,
  author: viewAuthor(row.source_author_type ?? 'user', {
    id: row.source_author_id,
    name: row.source_author_name,
    email: row.source_author_email,
  }),
  attachments: row.source_attachments.map(file => viewAttachment(actor, file)),
  redacted: row.source_redacted,
})

type Author = TicketPartView['author']

/** Leads are users among the authors of tickets. */
const viewAuthor = (type: string, rest: Omit<Author, 'type'>): Author => ({
  type: AUTHOR_TYPES.find(each => each === type) ?? 'user',
  ...rest,
})

const AUTHOR_TYPES = ['admin', 'bot', 'team', 'user', 'contact'] as const

const CATEGORIES = ['submitted', 'in_progress', 'waiting_on_customer', 'resolved']

const isCategory = (value: string | null): value is TicketStateCategory =>
  value !== null && CATEGORIES.includes(value)

const isUpdatedAttribute = (value: unknown): value is UpdatedAttribute =>
  typeof value === 'object' && value !== null && 'attribute' in value && 'value' in value
