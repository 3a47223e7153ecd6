import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Touch } from './found.ts'
import type { State } from './state.ts'

type Key = { workspace_id: string; id: number }

export const saveRow = (tx: Tx) => sql`savepoint import_row`.execute(tx)
export const releaseRow = (tx: Tx) => sql`release savepoint import_row`.execute(tx)
export const rollBackRow = (tx: Tx) => sql`rollback to savepoint import_row`.execute(tx)

/**
 * Keeps what an import did. Of something that it does more to, the first that is known of the past and the last of what came
 * after stay. Nothing is given twice.
 */
export async function upsertChanges(tx: Tx, of: Key, touches: Touch[]): Promise<void> {
  if (touches.length === 0) return
  const rows = touches.map(({ type, id, before, after, companies, tagged }) => ({
    ...{ object_type: type, object_id: id, before, after, companies, tagged },
  }))
  await tx
    .insertInto('csv_import_changes')
    .columns([
      ...(['workspace_id', 'import_id', 'object_type', 'object_id', 'before', 'after'] as const),
      ...(['companies', 'tagged'] as const),
    ])
    .expression(
      tx
        .selectFrom(
          sql<{
            object_type: Touch['type']
            object_id: string
            before: string
            after: string
            companies: string[]
            tagged: boolean
          }>`(select * from jsonb_to_recordset(${json(rows)}::jsonb) as row (object_type text, object_id text,
            before jsonb, after jsonb, companies text[], tagged boolean))`.as('given'),
        )
        .select([
          sql<string>`${of.workspace_id}::text`.as('workspace_id'),
          sql<number>`${of.id}::bigint`.as('import_id'),
          ...(['given.object_type', 'given.object_id'] as const),
          sql<string>`nullif(given.before, 'null'::jsonb)`.as('before'),
          ...(['given.after', 'given.companies', 'given.tagged'] as const),
        ]),
    )
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'import_id', 'object_type', 'object_id']).doUpdateSet({
        before: sql<string>`case when csv_import_changes.before is null then null
          else ${joined('excluded.before', 'csv_import_changes.before')} end`,
        after: joined('csv_import_changes.after', 'excluded.after'),
        companies: sql<string[]>`csv_import_changes.companies || excluded.companies`,
        tagged: sql<boolean>`csv_import_changes.tagged or excluded.tagged`,
      }),
    )
    .execute()
}

/** Two states in one; what both name is as the second has it. */
const joined = (one: string, other: string) => {
  const [a, b] = [sql.ref(one), sql.ref(other)]
  return sql<string>`jsonb_build_object('fields', (${a}->'fields') || (${b}->'fields'),
    'attributes', (${a}->'attributes') || (${b}->'attributes'))`
}

export const countChanges = async (tx: Tx, { workspace_id, id }: Key): Promise<number> =>
  (
    await tx
      .selectFrom('csv_import_changes')
      .select(row => row.fn.countAll<number>().as('count'))
      .where('workspace_id', '=', workspace_id)
      .where('import_id', '=', id)
      .executeTakeFirstOrThrow()
  ).count

export type Change = Awaited<ReturnType<typeof selectOpenChanges>>[number]

/** What is still to be taken back, people before the companies that were made for them. */
export const selectOpenChanges = (tx: Tx, { workspace_id, id }: Key, limit: number) =>
  tx
    .selectFrom('csv_import_changes')
    .select(['object_id', 'companies', 'tagged'])
    .select(row => [
      row.ref('object_type').$castTo<Touch['type']>().as('object_type'),
      row.ref('before').$castTo<State | null>().as('before'),
      row.ref('after').$castTo<State>().as('after'),
    ])
    .where('workspace_id', '=', workspace_id)
    .where('import_id', '=', id)
    .where('kept_because', 'is', null)
    .orderBy('object_type', 'desc')
    .orderBy('object_id')
    .limit(limit)
    .execute()

/** Why something was left as it is. */
export interface Kept {
  type: Touch['type']
  id: string
  reason: 'changed' | 'in_use' | 'refused'
  details: string | null
}

export async function deleteChanges(
  tx: Tx,
  of: Key,
  { type, ids }: { type: Touch['type']; ids: string[] },
): Promise<void> {
  await tx
    .deleteFrom('csv_import_changes')
    .where('workspace_id', '=', of.workspace_id)
    .where('import_id', '=', of.id)
    .where('object_type', '=', type)
    .where('object_id', '=', sql<string>`any(${ids}::text[])`)
    .execute()
}

export async function markKept(tx: Tx, of: Key, kept: Kept[]): Promise<void> {
  if (kept.length === 0) return
  await tx
    .updateTable('csv_import_changes')
    .from(
      sql<{ type: string; id: string; reason: Kept['reason']; details: string | null }>`(
        select * from jsonb_to_recordset(${json(kept)}::jsonb) as row (type text, id text, reason text, details text))`.as(
        'given',
      ),
    )
    .set(row => ({ kept_because: row.ref('given.reason'), kept_details: row.ref('given.details') }))
    .where('csv_import_changes.workspace_id', '=', of.workspace_id)
    .where('csv_import_changes.import_id', '=', of.id)
    .whereRef('csv_import_changes.object_type', '=', 'given.type')
    .whereRef('csv_import_changes.object_id', '=', 'given.id')
    .execute()
}

/** The first things that were left as they are, with what they are called. */
export const selectKept = (tx: Tx, { workspace_id, id }: Key, limit: number) =>
  tx
    .selectFrom('csv_import_changes as change')
    .leftJoin('contacts', join =>
      join
        .onRef('contacts.workspace_id', '=', 'change.workspace_id')
        .onRef('contacts.id', '=', 'change.object_id')
        .on('change.object_type', '=', 'contact'),
    )
    .leftJoin('companies', join =>
      join
        .onRef('companies.workspace_id', '=', 'change.workspace_id')
        .onRef('companies.id', '=', 'change.object_id')
        .on('change.object_type', '=', 'company'),
    )
    .select(['change.object_id as id', 'change.kept_details as details'])
    .select(row => [
      row.ref('change.object_type').$castTo<Touch['type']>().as('type'),
      row.ref('change.kept_because').$castTo<Kept['reason']>().as('reason'),
      row.fn
        .coalesce(
          'contacts.name',
          'contacts.email',
          'contacts.external_id',
          'companies.name',
          'companies.company_id',
        )
        .as('name'),
    ])
    .where('change.workspace_id', '=', workspace_id)
    .where('change.import_id', '=', id)
    .where('change.kept_because', 'is not', null)
    .orderBy('change.object_type', 'desc')
    .orderBy('change.object_id')
    .limit(limit)
    .execute()
