import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

export interface AttributeRow {
  id: number
  name: string
  description: string | null
  data_type: string
  options: unknown
  settings: unknown
  archived: boolean
  admin_id: number | null
  created_at: number
  updated_at: number
}

/** What a command writes of an attribute. */
export interface AttributeValues {
  name: string
  description: string
  options: unknown
  settings: unknown
}

const COLUMNS = [
  'id',
  'name',
  'description',
  'data_type',
  'options',
  'settings',
  'archived',
  'admin_id',
  'created_at',
  'updated_at',
] as const

export const selectAttributes = (
  tx: Tx,
  workspaceId: string,
  withArchived: boolean,
): Promise<AttributeRow[]> =>
  tx
    .selectFrom('data_attributes')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', 'conversation')
    .$if(!withArchived, query => query.where('archived', '=', false))
    .orderBy('id')
    .execute()

export const selectAttribute = (tx: Tx, workspaceId: string, id: number): Promise<AttributeRow | undefined> =>
  tx
    .selectFrom('data_attributes')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', 'conversation')
    .where('id', '=', id)
    .executeTakeFirst()

/** As `selectAttribute`, and keeps others from changing the row until the transaction ends. */
export const selectAttributeToChange = (
  tx: Tx,
  workspaceId: string,
  id: number,
): Promise<AttributeRow | undefined> =>
  tx
    .selectFrom('data_attributes')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', 'conversation')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The live attribute of a name, if there is one. */
export const selectAttributeNamed = (
  tx: Tx,
  workspaceId: string,
  name: string,
): Promise<{ id: number } | undefined> =>
  tx
    .selectFrom('data_attributes')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', 'conversation')
    .where('name', '=', name)
    .where('archived', '=', false)
    .executeTakeFirst()

/** The new attribute, or undefined when its name is taken. */
export const insertAttribute = (
  tx: Tx,
  actor: Actor,
  { data_type, ...values }: AttributeValues & { data_type: string },
): Promise<AttributeRow | undefined> =>
  tx
    .insertInto('data_attributes')
    .values({
      workspace_id: actor.workspace.id,
      model: 'conversation',
      ...{ name: values.name, label: values.name, description: values.description, data_type },
      options: values.options === null ? null : json(values.options),
      settings: json(values.settings),
      admin_id: actor.adminId,
      created_at: actor.now,
      updated_at: actor.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()

export const updateRow = (
  tx: Tx,
  actor: Actor,
  id: number,
  values: Partial<AttributeValues & { archived: boolean }>,
): Promise<AttributeRow> =>
  tx
    .updateTable('data_attributes')
    .set({
      ...(values.name !== undefined && { name: values.name, label: values.name }),
      ...(values.description !== undefined && { description: values.description }),
      ...(values.options !== undefined && { options: json(values.options) }),
      ...(values.settings !== undefined && { settings: json(values.settings) }),
      ...(values.archived !== undefined && { archived: values.archived }),
      updated_at: actor.now,
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

/** Conversations hold their attributes by name, so a new name takes the values along. Reads every conversation. */
export async function moveValues(tx: Tx, workspaceId: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable('conversations')
    .set({
      custom_attributes: sql`(custom_attributes - ${from}::text) || jsonb_build_object(${to}::text, custom_attributes -> ${from}::text)`,
    })
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`custom_attributes ? ${from}::text`)
    .execute()
}

/** Conversations hold list values by label, so a new label takes the old one's place. */
export async function relabelValues(
  tx: Tx,
  workspaceId: string,
  name: string,
  labels: { from: string; to: string },
): Promise<void> {
  await tx
    .updateTable('conversations')
    .set({
      custom_attributes: sql`custom_attributes || ${json({ [name]: labels.to })}::jsonb`,
    })
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`custom_attributes @> ${json({ [name]: labels.from })}::jsonb`)
    .execute()
}

export const selectTeams = (tx: Tx, workspaceId: string, ids: number[]): Promise<{ id: number }[]> =>
  tx
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
