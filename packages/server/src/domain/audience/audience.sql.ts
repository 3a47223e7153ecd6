import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type AudienceRow = NonNullable<Awaited<ReturnType<typeof selectAudience>>>

/** One page of audiences, in the order they were made, and how many there are. */
export async function selectAudiences(
  tx: Tx,
  workspaceId: string,
  page: NumberedPage,
): Promise<{ rows: AudienceRow[]; total: number }> {
  const all = tx.selectFrom('audiences').where('workspace_id', '=', workspaceId)
  const [total, rows] = await Promise.all([
    totalOf(tx, all.select(sql<number>`1`.as('one'))),
    all.select(COLUMNS).orderBy('id').limit(page.perPage).offset(page.offset).execute(),
  ])
  return { rows, total }
}

export const selectAudience = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('audiences')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export const selectAudiencesById = (tx: Tx, workspaceId: string, ids: number[]): Promise<AudienceRow[]> =>
  tx
    .selectFrom('audiences')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

const COLUMNS = ['id', 'name', 'predicates', 'role_predicates', 'created_at', 'updated_at'] as const

/** What a request says of an audience. */
export interface AudiencePatch {
  name: string
  predicates: unknown[]
  role_predicates: unknown[]
}

/** The audiences of some ids. */
export const selectAudiencesOf = (tx: Tx, workspaceId: string, ids: number[]): Promise<AudienceRow[]> =>
  tx
    .selectFrom('audiences')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

export const insertAudience = (tx: Tx, actor: Actor, patch: AudiencePatch): Promise<AudienceRow> =>
  tx
    .insertInto('audiences')
    .values({
      ...{ workspace_id: actor.workspace.id, name: patch.name, created_at: actor.now, updated_at: actor.now },
      ...{ predicates: json(patch.predicates), role_predicates: json(patch.role_predicates) },
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export const updateAudienceRow = (
  tx: Tx,
  actor: Actor,
  id: number,
  patch: AudiencePatch,
): Promise<AudienceRow> =>
  tx
    .updateTable('audiences')
    .set({
      ...{ name: patch.name, updated_at: actor.now },
      ...{ predicates: json(patch.predicates), role_predicates: json(patch.role_predicates) },
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

/** Deletes an audience; content and banners for it alone. */
export async function deleteAudienceRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx.deleteFrom('audiences').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
