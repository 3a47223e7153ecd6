import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { compiledForIds } from '../../db/compiled-once.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { InputOptions } from './input-options.ts'

export type TicketCategory = 'Customer' | 'Back-office' | 'Tracker'

/** Which types: all of them, or those of some ids. */
export type WhichTypes = 'all' | { ids: number[] }

/** Types with their attributes, in order, and their states. */
export const selectTypes = (tx: Tx, workspaceId: string, which: WhichTypes) =>
  selecting(tx, workspaceId)
    .where(which === 'all' ? sql<boolean>`true` : sql<boolean>`id = any(${which.ids}::bigint[])`)
    .execute()

/** The types that some tickets are of. */
export const selectTypesOfTickets = compiledForIds(
  'bigint',
  { workspaceId: 'workspace' },
  (tx, { workspaceId }, ticketId) =>
    selecting(tx, workspaceId).where('id', 'in', types =>
      types
        .selectFrom('tickets')
        .select('ticket_type_id')
        .where('tickets.workspace_id', '=', workspaceId)
        .where('tickets.id', '=', ticketId),
    ),
)

const selecting = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('ticket_types')
    .select([
      'id',
      'workspace_id',
      'category',
      'name',
      'description',
      'icon',
      'is_internal',
      'archived',
      'created_at',
      'updated_at',
    ])
    .select(row => [
      jsonArrayFrom(
        row
          .selectFrom('ticket_type_attributes')
          .select(ATTRIBUTE)
          .select(attribute =>
            attribute.ref('input_options').$castTo<InputOptions | null>().as('input_options'),
          )
          .where('ticket_type_attributes.workspace_id', '=', workspaceId)
          .whereRef('ticket_type_attributes.ticket_type_id', '=', 'ticket_types.id')
          .orderBy('ticket_type_attributes.order')
          .orderBy('ticket_type_attributes.id'),
      ).as('attributes'),
      jsonArrayFrom(
        row
          .selectFrom('ticket_type_states')
          .innerJoin('ticket_states', join =>
            join
              .onRef('ticket_states.workspace_id', '=', 'ticket_type_states.workspace_id')
              .onRef('ticket_states.id', '=', 'ticket_type_states.ticket_state_id'),
          )
          .select([
            'ticket_states.id',
            'ticket_states.category',
            'ticket_states.internal_label',
            'ticket_states.external_label',
          ])
          .where('ticket_type_states.workspace_id', '=', workspaceId)
          .whereRef('ticket_type_states.ticket_type_id', '=', 'ticket_types.id')
          .where('ticket_states.archived', '=', false)
          .orderBy('ticket_states.position')
          .orderBy('ticket_states.id'),
      ).as('states'),
    ])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')

const ATTRIBUTE = [
  'ticket_type_attributes.id',
  'ticket_type_attributes.name',
  'ticket_type_attributes.description',
  'ticket_type_attributes.data_type',
  'ticket_type_attributes.order',
  'ticket_type_attributes.required_to_create',
  'ticket_type_attributes.required_to_create_for_contacts',
  'ticket_type_attributes.visible_on_create',
  'ticket_type_attributes.visible_to_contacts',
  'ticket_type_attributes.default',
  'ticket_type_attributes.archived',
  'ticket_type_attributes.created_at',
  'ticket_type_attributes.updated_at',
] as const

export type TicketTypeRow = Awaited<ReturnType<typeof selectTypes>>[number]
export type AttributeRow = TicketTypeRow['attributes'][number]

/** What can be said of a type. */
export interface TicketTypeFields {
  name: string
  description: string | null
  category: TicketCategory
  icon: string
  is_internal: boolean
  archived: boolean
}

/** A new type, in every state the workspace has. Returns its id. */
export async function insertType(tx: Tx, actor: Actor, fields: Partial<TicketTypeFields> & { name: string }) {
  const { id } = await tx
    .insertInto('ticket_types')
    .values({
      ...fields,
      workspace_id: actor.workspace.id,
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('ticket_type_states')
    .columns(['workspace_id', 'ticket_type_id', 'ticket_state_id'])
    .expression(
      tx
        .selectFrom('ticket_states')
        .select(['workspace_id', sql<number>`${id}::bigint`.as('ticket_type_id'), 'id'])
        .where('workspace_id', '=', actor.workspace.id)
        .where('archived', '=', false),
    )
    .execute()
  return id
}

export async function updateType(tx: Tx, actor: Actor, id: number, fields: Partial<TicketTypeFields>) {
  await tx
    .updateTable('ticket_types')
    .set({ ...fields, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Keeps others from adding attributes to a type until this transaction ends. */
export const lockType = (tx: Tx, workspaceId: string, id: number): Promise<{ id: number } | undefined> =>
  tx
    .selectFrom('ticket_types')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
