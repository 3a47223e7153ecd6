import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'

type Key = { workspace_id: string; id: number }

/** Under which names a trial left somebody or something. */
export interface Left {
  object_id: string
  is_new: boolean
  external_id: string | null
  email: string | null
}

/** Names that rows have. */
export interface Names {
  externalIds: string[]
  emails: string[]
}

/** Remembers names for the rows to come; a name that is null stays what it was. */
export async function upsertLeft(tx: Tx, of: Key, rows: Left[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('csv_import_trials')
    .columns(['workspace_id', 'import_id', 'object_id', 'is_new', 'external_id', 'email'])
    .expression(
      tx
        .selectFrom(
          sql<Left>`(select * from jsonb_to_recordset(${json(rows)}::jsonb) as row (
            object_id text, is_new boolean, external_id text, email text))`.as('given'),
        )
        .select([
          sql<string>`${of.workspace_id}::text`.as('workspace_id'),
          sql<number>`${of.id}::bigint`.as('import_id'),
          ...(['given.object_id', 'given.is_new', 'given.external_id', 'given.email'] as const),
        ]),
    )
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'import_id', 'object_id']).doUpdateSet({
        external_id: sql<string>`coalesce(excluded.external_id, csv_import_trials.external_id)`,
        email: sql<string>`coalesce(excluded.email, csv_import_trials.email)`,
        place: sql<number>`default`,
      }),
    )
    .execute()
}

/** What has some names by now, or is of some ids, in the order in which it came to its names. */
export const selectLeft = (
  tx: Tx,
  { workspace_id, id }: Key,
  { externalIds, emails, ids }: Names & { ids: string[] },
) =>
  tx
    .selectFrom('csv_import_trials')
    .select(['object_id', 'is_new', 'external_id', 'email', 'place'])
    .where('workspace_id', '=', workspace_id)
    .where('import_id', '=', id)
    .where(row =>
      row.or([
        row('external_id', '=', sql<string>`any(${externalIds}::text[])`),
        row('email', '=', sql<string>`any(${emails}::text[])`),
        row('object_id', '=', sql<string>`any(${ids}::text[])`),
      ]),
    )
    .orderBy('place')
    .execute()

export async function forgetLeft(tx: Tx, { workspace_id, id }: Key): Promise<void> {
  await tx
    .deleteFrom('csv_import_trials')
    .where('workspace_id', '=', workspace_id)
    .where('import_id', '=', id)
    .execute()
}
