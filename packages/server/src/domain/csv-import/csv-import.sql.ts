import type { CsvImport } from '@guichet/contract/models/csv-import.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import type { Actor } from '../actor.ts'
import type { Format } from './csv-reader.ts'
import type { ImportModel, Target } from './guess.ts'

export type ImportStatus = Static<typeof CsvImport>['status']

/** A column as it stands in a file. */
export interface Column {
  name: string
  samples: string[]
  guess: Target
}

export async function insertImport(
  tx: Tx,
  actor: Actor,
  row: Format & {
    model: ImportModel
    name: string
    fileKey: string
    size: number
    columns: Column[]
    rows: number
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('csv_imports')
    .values({
      ...{ workspace_id: actor.workspace.id, model: row.model, name: row.name, file_key: row.fileKey },
      ...{ size: row.size, encoding: row.encoding, delimiter: row.delimiter, columns: json(row.columns) },
      ...{ row_count: row.rows, admin_id: actor.adminId, created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const COLUMNS = [
  ...(['csv_imports.workspace_id', 'csv_imports.id', 'csv_imports.name', 'file_key', 'size', 'tag'] as const),
  ...(['row_count', 'position', 'created', 'updated', 'rejected', 'fault', 'admin_id', 'origin'] as const),
  ...(['leased_until', 'csv_imports.created_at', 'csv_imports.updated_at', 'delimiter'] as const),
  ...(['tag_id', 'made_attributes', 'finished_at', 'changes', 'undone', 'kept'] as const),
] as const

const imports = (tx: Tx) =>
  tx
    .selectFrom('csv_imports')
    .select(COLUMNS)
    .select(row => [
      row.ref('model').$castTo<ImportModel>().as('model'),
      row.ref('encoding').$castTo<Format['encoding']>().as('encoding'),
      row.ref('role').$castTo<'user' | 'lead'>().as('role'),
      row.ref('status').$castTo<ImportStatus>().as('status'),
      row.ref('columns').$castTo<Column[]>().as('columns'),
      row.ref('mapping').$castTo<Target[]>().as('mapping'),
    ])

export type ImportRow = Awaited<ReturnType<typeof selectImports>>[number]

export const selectImports = (tx: Tx, workspaceId: string, limit: number) =>
  imports(tx)
    .where('csv_imports.workspace_id', '=', workspaceId)
    .orderBy('csv_imports.id', 'desc')
    .limit(limit)
    .execute()

export const selectImport = (tx: Tx, workspaceId: string, id: number): Promise<ImportRow | undefined> =>
  imports(tx)
    .where('csv_imports.workspace_id', '=', workspaceId)
    .where('csv_imports.id', '=', id)
    .executeTakeFirst()

/** The same, held until the transaction ends. */
export const lockImport = (tx: Tx, workspaceId: string, id: number): Promise<ImportRow | undefined> =>
  imports(tx)
    .where('csv_imports.workspace_id', '=', workspaceId)
    .where('csv_imports.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Files that are to be read and that nobody reads, of every workspace or of one; needs the unguarded lane. */
export const selectDueImports = (
  read: Tx,
  { now, within, limit }: { now: number; within?: string | undefined; limit: number },
) =>
  imports(read)
    .innerJoin('workspaces', 'workspaces.id', 'csv_imports.workspace_id')
    .select(['workspaces.name as workspace_name', 'workspaces.timezone', workspaceNow(now).as('now')])
    .where('status', 'in', ['checking', 'running', 'undoing'])
    .where('leased_until', '<=', now)
    .$if(within !== undefined, query => query.where('csv_imports.workspace_id', '=', within ?? ''))
    .orderBy('csv_imports.id')
    .limit(limit)
    .execute()

export type DueImport = Awaited<ReturnType<typeof selectDueImports>>[number]

export interface ImportChanges {
  status?: ImportStatus
  mapping?: Target[]
  role?: 'user' | 'lead'
  tag?: string | null
  position?: number
  created?: number
  updated?: number
  rejected?: number
  fault?: string | null
  tag_id?: number
  made_attributes?: string[]
  finished_at?: number | null
  changes?: number
  undone?: number
  kept?: number
  admin_id?: number
  origin?: string
  leased_until?: number
}

export async function updateImport(
  tx: Tx,
  { workspace_id, id }: Pick<ImportRow, 'workspace_id' | 'id'>,
  { mapping, ...changes }: ImportChanges & { updated_at?: number },
): Promise<void> {
  await tx
    .updateTable('csv_imports')
    .set({ ...changes, ...(mapping && { mapping: json(mapping) }) })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .execute()
}

export interface Reject {
  row: number
  reason: string
  cells: string[]
}

export async function insertRejects(
  tx: Tx,
  { workspace_id, id }: Pick<ImportRow, 'workspace_id' | 'id'>,
  rejects: Reject[],
): Promise<void> {
  if (rejects.length === 0) return
  await tx
    .insertInto('csv_import_rejects')
    .columns(['workspace_id', 'import_id', 'row_number', 'reason', 'cells'])
    .expression(
      tx
        .selectFrom(
          sql<{ row: number; reason: string; cells: string }>`(
            select * from jsonb_to_recordset(${json(rejects)}::jsonb) as row (row bigint, reason text, cells jsonb))`.as(
            'given',
          ),
        )
        .select([
          sql<string>`${workspace_id}::text`.as('workspace_id'),
          sql<number>`${id}::bigint`.as('import_id'),
          ...(['given.row', 'given.reason', 'given.cells'] as const),
        ]),
    )
    .execute()
}

export async function deleteRejects(
  tx: Tx,
  { workspace_id, id }: Pick<ImportRow, 'workspace_id' | 'id'>,
): Promise<void> {
  await tx
    .deleteFrom('csv_import_rejects')
    .where('workspace_id', '=', workspace_id)
    .where('import_id', '=', id)
    .execute()
}

/** Rows that were rejected, after one, in their order. */
export const selectRejects = (
  tx: Tx,
  { workspace_id, id }: Pick<ImportRow, 'workspace_id' | 'id'>,
  { after, limit }: { after: number; limit: number },
) =>
  tx
    .selectFrom('csv_import_rejects')
    .select(['row_number as row', 'reason'])
    .select(row => row.ref('cells').$castTo<string[]>().as('cells'))
    .where('workspace_id', '=', workspace_id)
    .where('import_id', '=', id)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute()

/** Files of every workspace that ended before a moment, or were left lying since; needs the unguarded lane. */
export const selectOld = (read: Tx, before: number) =>
  read
    .selectFrom('csv_imports')
    .select(['workspace_id', 'id', 'file_key'])
    .where('updated_at', '<', before)
    .where('file_key', '!=', '')
    .where('status', 'not in', ['checking', 'running', 'undoing'])
    .limit(100)
    .execute()

/** What an import did is kept no longer, nor the rows that were rejected; what it came to stays. */
export async function forgetRows(
  tx: Tx,
  { workspace_id, id }: { workspace_id: string; id: number },
): Promise<void> {
  for (const table of ['csv_import_changes', 'csv_import_rejects', 'csv_import_trials'] as const)
    await tx.deleteFrom(table).where('workspace_id', '=', workspace_id).where('import_id', '=', id).execute()
  await tx
    .updateTable('csv_imports')
    .set({ file_key: '' })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .execute()
}

/** Whether anybody, or any company, has a value for an attribute. */
export async function hasValues(
  tx: Tx,
  workspaceId: string,
  model: ImportModel,
  attribute: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom(model === 'contact' ? 'contacts' : 'companies')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`custom_attributes ? ${attribute}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a tag was made since a moment and is on nothing. */
export async function isIdleTag(
  tx: Tx,
  workspaceId: string,
  { tagId, since }: { tagId: number; since: number },
): Promise<boolean> {
  const row = await tx
    .selectFrom('tags')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', tagId)
    .where('created_at', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('taggings')
            .select(sql`1`.as('one'))
            .where('taggings.workspace_id', '=', workspaceId)
            .where('taggings.tag_id', '=', tagId),
        ),
      ),
    )
    .executeTakeFirst()
  return row !== undefined
}
