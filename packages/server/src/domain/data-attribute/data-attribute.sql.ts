import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { AttributeModel } from './custom-attributes.ts'

/** An attribute that a workspace defined. */
export interface AttributeDefinition {
  name: string
  data_type: string
  options: unknown
  /** What only some types have, such as the kind of object that a relationship leads to. */
  settings: unknown
  /** Whether pages may set it through the messenger. */
  messenger_writable: boolean
}

export const selectDefinitions = (
  tx: Tx,
  workspaceId: string,
  model: AttributeModel,
): Promise<AttributeDefinition[]> =>
  tx
    .selectFrom('data_attributes')
    .select(['name', 'data_type', 'options', 'settings', 'messenger_writable'])
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', model)
    .where('archived', '=', false)
    .execute()

const COLUMNS = [
  ...(['id', 'model', 'name', 'label', 'description', 'data_type', 'options', 'archived'] as const),
  ...(['api_writable', 'ui_writable', 'messenger_writable', 'admin_id', 'created_at', 'updated_at'] as const),
] as const

export type AttributeRow = Awaited<ReturnType<typeof selectAttributes>>[number]

/** What a workspace defined for some models, in the order of making. */
export const selectAttributes = (
  tx: Tx,
  workspaceId: string,
  { models, withArchived }: { models: AttributeModel[]; withArchived: boolean },
) =>
  tx
    .selectFrom('data_attributes')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('model', 'in', models)
    .$if(!withArchived, query => query.where('archived', '=', false))
    .orderBy('id')
    .execute()

/** An attribute of contacts or companies, held until the transaction ends. */
export const lockAttribute = (tx: Tx, workspaceId: string, id: number): Promise<AttributeRow | undefined> =>
  tx
    .selectFrom('data_attributes')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('model', 'in', ['contact', 'company'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Lets nobody else take a name in the workspace until the transaction ends: it has to be free in two models. */
export async function lockNames(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('data_attribute names'), hashtext(${workspaceId}))`.execute(
    tx,
  )
}

/** The model in which a name is taken, whatever its case. */
export async function selectModelOfName(
  tx: Tx,
  workspaceId: string,
  name: string,
): Promise<AttributeModel | undefined> {
  const row = await tx
    .selectFrom('data_attributes')
    .select('model')
    .where('workspace_id', '=', workspaceId)
    .where('model', 'in', ['contact', 'company'])
    .where('archived', '=', false)
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .executeTakeFirst()
  return row?.model
}

interface NewAttribute {
  model: AttributeModel
  name: string
  description: string | null
  data_type: string
  options: object[] | null
  messenger_writable: boolean
}

export const insertAttribute = (
  tx: Tx,
  actor: Actor,
  { options, ...values }: NewAttribute,
): Promise<AttributeRow> =>
  tx
    .insertInto('data_attributes')
    .values({
      ...values,
      workspace_id: actor.workspace.id,
      label: values.name,
      options: options && json(options),
      admin_id: actor.adminId,
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export const updateAttributeRow = (
  tx: Tx,
  actor: Actor,
  id: number,
  { options, ...values }: Partial<Omit<NewAttribute, 'model' | 'name'> & { archived: boolean }>,
): Promise<AttributeRow> =>
  tx
    .updateTable('data_attributes')
    .set({ ...values, ...(options && { options: json(options) }), updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

/** Whether a segment is made with the attribute of a name. */
export async function isInSegments(tx: Tx, workspaceId: string, name: string): Promise<boolean> {
  const row = await tx
    .selectFrom('segments')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`jsonb_path_exists(rules, '$.** ? (@.field == $field)', jsonb_build_object('field', ${`custom_attributes.${name}`}::text))`,
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** An attribute that leads to objects of a kind. */
export async function insertRelationship(
  tx: Tx,
  actor: Actor,
  { model, name, reference }: { model: AttributeModel; name: string; reference: object },
): Promise<void> {
  await tx
    .insertInto('data_attributes')
    .values({
      ...{ workspace_id: actor.workspace.id, model, name, label: name, data_type: 'relationship' },
      settings: json({ reference }),
      admin_id: actor.adminId,
      created_at: actor.now,
      updated_at: actor.now,
    })
    .execute()
}
