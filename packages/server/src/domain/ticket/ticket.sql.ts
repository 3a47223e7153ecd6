import { type Expression, type SqlBool, sql } from 'kysely'
import { compiledForIds } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import { type Attachment, contactsBeside, linksBeside } from '../conversation/index.ts'
import type { TicketCategory, TicketStateRow } from '../ticket-type/index.ts'
import type { AttributeValues } from './attribute-values.ts'

/** What commands need to know of a ticket beside its conversation. */
export interface TicketRow {
  id: number
  ticket_type_id: number
  ticket_state_id: number
  category: TicketCategory
  is_shared: boolean
  attributes: AttributeValues
}

export const selectTicket = (tx: Tx, workspaceId: string, id: number): Promise<TicketRow | undefined> =>
  tx
    .selectFrom('tickets')
    .select(['id', 'ticket_type_id', 'ticket_state_id', 'category', 'is_shared'])
    .select(row => row.ref('attributes').$castTo<AttributeValues>().as('attributes'))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The category and openness to contacts of what may be a ticket. */
export const selectKind = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('tickets')
    .select(['category', 'is_shared'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export interface NewTicketRow extends TicketRow {
  title: string | null
  description: string | null
}

export async function insertTicket(tx: Tx, workspaceId: string, row: NewTicketRow): Promise<void> {
  await tx
    .insertInto('tickets')
    .values({ ...row, attributes: json(row.attributes), workspace_id: workspaceId })
    .execute()
}

/** Makes a conversation one that is a ticket, too. */
export async function markAsTicket(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .updateTable('conversations')
    .set({ is_ticket: true })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export type TicketChanges = Partial<Omit<NewTicketRow, 'id'>> & { previous_ticket_state_id?: number }

export async function updateTicketRow(tx: Tx, actor: Actor, id: number, changes: TicketChanges) {
  const { attributes, ...plain } = changes
  await tx
    .updateTable('tickets')
    .set({ ...plain, ...(attributes && { attributes: json(attributes) }) })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Tickets as their view needs them, in no order. State, contacts and linked objects come along. */
export const selectForView = compiledForIds(
  'bigint',
  { workspaceId: 'workspace' },
  (tx, { workspaceId }, id) =>
    tx
      .selectFrom('tickets')
      .innerJoin('conversations', join =>
        join
          .onRef('conversations.workspace_id', '=', 'tickets.workspace_id')
          .onRef('conversations.id', '=', 'tickets.id'),
      )
      .innerJoin('ticket_states', join =>
        join
          .onRef('ticket_states.workspace_id', '=', 'tickets.workspace_id')
          .onRef('ticket_states.id', '=', 'tickets.ticket_state_id'),
      )
      .select(PLAIN)
      .select(row => [
        row.ref('tickets.attributes').$castTo<AttributeValues>().as('attributes'),
        row.ref('conversations.source_attachments').$castTo<Attachment[]>().as('source_attachments'),
        contactsBeside(workspaceId).as('contacts'),
        linksBeside(workspaceId).as('links'),
      ])
      .where('tickets.workspace_id', '=', workspaceId)
      .where('tickets.id', '=', id),
)

export type ViewRow = Awaited<ReturnType<typeof selectForView>>[number]

const PLAIN = [
  'tickets.id',
  'tickets.ticket_id',
  'tickets.category',
  'tickets.ticket_type_id',
  'tickets.previous_ticket_state_id',
  'tickets.is_shared',
  'ticket_states.id as state_id',
  'ticket_states.category as state_category',
  'ticket_states.internal_label',
  'ticket_states.external_label',
  'conversations.created_at',
  'conversations.updated_at',
  'conversations.state',
  'conversations.snoozed_until',
  'conversations.admin_assignee_id',
  'conversations.team_assignee_id',
  'conversations.company_id',
  'conversations.count_conversation_parts',
  'conversations.source_id',
  'conversations.source_body',
  'conversations.source_redacted',
  'conversations.source_author_type',
  'conversations.source_author_id',
  'conversations.source_author_name',
  'conversations.source_author_email',
] as const

export const stateOf = (row: ViewRow): TicketStateRow => ({
  id: row.state_id,
  category: row.state_category,
  internal_label: row.internal_label,
  external_label: row.external_label,
})

/** The tickets of a workspace that a condition narrows to; blocked contacts' ones are put away. */
export const listedTickets = (tx: Tx, workspaceId: string, condition: Expression<SqlBool>) =>
  tx
    .selectFrom('tickets')
    .innerJoin('conversations', join =>
      join
        .onRef('conversations.workspace_id', '=', 'tickets.workspace_id')
        .onRef('conversations.id', '=', 'tickets.id'),
    )
    .innerJoin('ticket_states', join =>
      join
        .onRef('ticket_states.workspace_id', '=', 'tickets.workspace_id')
        .onRef('ticket_states.id', '=', 'tickets.ticket_state_id'),
    )
    .where('tickets.workspace_id', '=', workspaceId)
    .where(sql<boolean>`conversations.is_ticket`)
    .where('conversations.archived_at', 'is', null)
    .where(condition)
