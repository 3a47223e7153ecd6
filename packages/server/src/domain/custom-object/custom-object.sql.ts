import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { byId, type NumberedPage, rowsOfPage } from '../../db/numbered.ts'
import type { Actor } from '../actor.ts'
import type { CustomObjectTypeInput } from './custom-object-type.ts'

export interface TypeRow {
  id: number
  identifier: string
  attributes: unknown
}

const TYPE = ['id', 'identifier', 'attributes'] as const

export const insertType = (tx: Tx, actor: Actor, input: CustomObjectTypeInput): Promise<{ id: number }> =>
  tx
    .insertInto('custom_object_types')
    .values({
      workspace_id: actor.workspace.id,
      identifier: input.identifier,
      name: input.name,
      attributes: json(input.attributes),
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

export const selectType = (tx: Tx, workspaceId: string, identifier: string): Promise<TypeRow | undefined> =>
  tx
    .selectFrom('custom_object_types')
    .select(TYPE)
    .where('workspace_id', '=', workspaceId)
    .where('identifier', '=', identifier)
    .executeTakeFirst()

/** The kind that an attribute names by its identifier or by its id. */
export const selectTypeNamed = (tx: Tx, workspaceId: string, name: string): Promise<TypeRow | undefined> =>
  tx
    .selectFrom('custom_object_types')
    .select(TYPE)
    .where('workspace_id', '=', workspaceId)
    .where(row => row.or([row('identifier', '=', name), row(sql<string>`id::text`, '=', name)]))
    .executeTakeFirst()

const COLUMNS = [
  ...(['id', 'external_id', 'external_created_at', 'external_updated_at'] as const),
  ...(['custom_attributes', 'created_at', 'updated_at'] as const),
] as const

export type InstanceRow = NonNullable<Awaited<ReturnType<typeof selectInstance>>>

export interface InstanceChange {
  external_id: string | null
  /** What the request names; the rest stays. */
  times: { external_created_at?: number | null; external_updated_at?: number | null }
  attributes: { set: Record<string, unknown>; cleared: string[] }
}

/** Makes an instance, or changes the one that has its external id. */
export const upsertInstance = (
  tx: Tx,
  actor: Actor,
  type: TypeRow,
  { external_id, times, attributes: { set, cleared } }: InstanceChange,
): Promise<InstanceRow> =>
  tx
    .insertInto('custom_object_instances')
    .values({
      ...{ workspace_id: actor.workspace.id, custom_object_type_id: type.id, external_id, ...times },
      custom_attributes: json(set),
      created_at: actor.now,
      updated_at: actor.now,
    })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'custom_object_type_id', 'external_id']).doUpdateSet({
        ...times,
        custom_attributes: sql<string>`(custom_object_instances.custom_attributes || ${json(set)}::jsonb) - ${cleared}::text[]`,
        updated_at: actor.now,
      }),
    )
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

/** What an instance is found by, within its kind. */
export type InstanceKey = { id: number } | { external_id: string }

export const selectInstance = (tx: Tx, workspaceId: string, type: TypeRow, by: InstanceKey) =>
  tx
    .selectFrom('custom_object_instances')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('custom_object_type_id', '=', type.id)
    .$if('id' in by, query => query.where('id', '=', 'id' in by ? by.id : 0))
    .$if('external_id' in by, query =>
      query.where('external_id', '=', 'external_id' in by ? by.external_id : ''),
    )
    .executeTakeFirst()

/** Deletes an instance; its id, or undefined when there was none. */
export const deleteInstanceRow = (
  tx: Tx,
  workspaceId: string,
  type: TypeRow,
  by: InstanceKey,
): Promise<{ id: number } | undefined> =>
  tx
    .deleteFrom('custom_object_instances')
    .where('workspace_id', '=', workspaceId)
    .where('custom_object_type_id', '=', type.id)
    .$if('id' in by, query => query.where('id', '=', 'id' in by ? by.id : 0))
    .$if('external_id' in by, query =>
      query.where('external_id', '=', 'external_id' in by ? by.external_id : ''),
    )
    .returning('id')
    .executeTakeFirst()

const listed = (tx: Tx, workspaceId: string, type: TypeRow, among: number[] | undefined) => {
  const all = tx
    .selectFrom('custom_object_instances')
    .where('workspace_id', '=', workspaceId)
    .where('custom_object_type_id', '=', type.id)
  return among ? all.where('id', '=', sql<number>`any(${among}::bigint[])`) : all
}

/** One stretch of the instances of a kind, or of those among some, the newest first, and how many there are. */
export async function selectPage(
  tx: Tx,
  workspaceId: string,
  type: TypeRow,
  { among, page }: { among: number[] | undefined; page: NumberedPage },
): Promise<{ rows: InstanceRow[]; total: number }> {
  const of = () => listed(tx, workspaceId, type, among)
  const [rows, { total }] = await Promise.all([
    rowsOfPage(of().select(COLUMNS), byId('desc'), page),
    of()
      .select(row => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

/** The ids that references name, by id or by external id. */
export const selectNamed = (tx: Tx, workspaceId: string, type: TypeRow, names: string[]) =>
  tx
    .selectFrom('custom_object_instances')
    .select(['id', 'external_id'])
    .where('workspace_id', '=', workspaceId)
    .where('custom_object_type_id', '=', type.id)
    .where(row =>
      row.or([
        row('external_id', '=', sql<string>`any(${names}::text[])`),
        row(sql<string>`id::text`, '=', sql<string>`any(${names}::text[])`),
      ]),
    )
    .execute()

/** Instances of any kind, each with the identifier of its kind. */
export const selectWithTypes = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('custom_object_instances as instance')
    .innerJoin('custom_object_types as type', join =>
      join
        .onRef('type.workspace_id', '=', 'instance.workspace_id')
        .onRef('type.id', '=', 'instance.custom_object_type_id'),
    )
    .select([
      ...(['instance.id', 'instance.external_id', 'instance.external_created_at'] as const),
      ...(['instance.external_updated_at', 'instance.custom_attributes'] as const),
      ...(['instance.created_at', 'instance.updated_at', 'type.identifier'] as const),
    ])
    .where('instance.workspace_id', '=', workspaceId)
    .where('instance.id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

export const selectContactAttributes = (tx: Tx, workspaceId: string, id: string) =>
  tx
    .selectFrom('contacts')
    .select('custom_attributes')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export const selectConversationAttributes = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('conversations')
    .select('custom_attributes')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
