import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { InputOptions, TicketCategory, TicketStateCategory } from '../ticket-type/index.ts'

/** A condition on a row of the listed tickets. */
type Condition = RawBuilder<boolean>

export const withAnyContact = (workspaceId: string, ids: string[]): Condition =>
  sql`tickets.id in (
    select conversation_id from conversation_contacts
    where conversation_contacts.workspace_id = ${workspaceId} and contact_id = any(${ids}::text[]))`

export const withAnyTeammate = (workspaceId: string, ids: number[]): Condition =>
  sql`tickets.id in (
    select conversation_id from conversation_teammates
    where conversation_teammates.workspace_id = ${workspaceId} and admin_id = any(${ids}::bigint[]))`

export const withNone = (
  workspaceId: string,
  table: 'conversation_contacts' | 'conversation_teammates',
): Condition =>
  sql`not exists (
    select from ${sql.table(table)} as member where member.workspace_id = ${workspaceId}
    and member.conversation_id = tickets.id)`

export const inCategory = (categories: TicketCategory[]): Condition =>
  sql`tickets.category = any(${categories}::text[])`

export const inStateCategory = (categories: TicketStateCategory[]): Condition =>
  sql`ticket_states.category = any(${categories}::text[])`

export const withOption = (attributeId: number, options: string[]): Condition =>
  sql`coalesce(tickets.attributes ->> ${String(attributeId)} = any(${options}::text[]), false)`

export const withoutValue = (attributeId: number): Condition =>
  sql`not jsonb_exists(tickets.attributes, ${String(attributeId)})`

export const never = (): Condition => sql`false`

export const selectAttribute = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('ticket_type_attributes')
    .select(['id', 'data_type'])
    .select(row => row.ref('input_options').$castTo<InputOptions | null>().as('input_options'))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
