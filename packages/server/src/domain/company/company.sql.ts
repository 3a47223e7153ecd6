import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Companies } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

export async function selectCompanyRef(
  tx: Tx,
  workspaceId: string,
  by: { id?: string; company_id?: string },
) {
  const query = tx
    .selectFrom('companies')
    .select(['id', 'company_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('archived_at', 'is', null)
  if (by.id !== undefined) return query.where('id', '=', by.id).executeTakeFirst()
  if (by.company_id !== undefined) return query.where('company_id', '=', by.company_id).executeTakeFirst()
  return undefined
}

/** The companies of some ids, or of some `company_id`s, in no order. */
export const selectCompanyRefs = (
  tx: Tx,
  workspaceId: string,
  { ids, companyIds }: { ids: string[]; companyIds: string[] },
) =>
  tx
    .selectFrom('companies')
    .select(['id', 'company_id', 'name'])
    .where('workspace_id', '=', workspaceId)
    .where('archived_at', 'is', null)
    .where(row =>
      row.or([
        row('id', '=', sql<string>`any(${ids}::text[])`),
        row('company_id', '=', sql<string>`any(${companyIds}::text[])`),
      ]),
    )
    .execute()

/** The columns a request sets, those it leaves alone being absent. */
export type CompanyPatch = Pick<
  Insertable<Companies>,
  | 'name'
  | 'plan_id'
  | 'size'
  | 'website'
  | 'industry'
  | 'monthly_spend'
  | 'remote_created_at'
  | 'last_request_at'
>

/** Custom attributes to set, and the names of those to clear. */
export interface AttributesPatch {
  set: Record<string, unknown>
  cleared: string[]
}

export interface CompanyChange {
  patch: CompanyPatch
  attributes: AttributesPatch
}

/** Makes the company, or changes the one that has its `company_id`, in one statement; answers which one it is. */
export function upsertCompany(
  tx: Tx,
  actor: Actor,
  { id, company_id, patch, attributes }: CompanyChange & { id: string; company_id: string },
): Promise<{ id: string }> {
  const fresh: Insertable<Companies> = {
    workspace_id: actor.workspace.id,
    id,
    company_id,
    remote_created_at: actor.now,
    custom_attributes: json(attributes.set),
    created_at: actor.now,
    updated_at: actor.now,
    ...patch,
  }
  return tx
    .insertInto('companies')
    .values(fresh)
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'company_id'])
        .where('archived_at', 'is', null)
        .doUpdateSet({ ...patch, custom_attributes: merged(attributes), updated_at: actor.now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Whether there is such a company. */
export async function updateCompanyRow(
  tx: Tx,
  actor: Actor,
  id: string,
  { patch, attributes }: CompanyChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('companies')
    .set({ ...patch, custom_attributes: merged(attributes), updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const merged = ({ set, cleared }: AttributesPatch): RawBuilder<string> =>
  sql<string>`(companies.custom_attributes || ${json(set)}::jsonb) - ${cleared}::text[]`

/** Archives a company without its contacts; whether there was such a company. */
export async function archiveCompanyRow(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('companies')
    .set({ archived_at: actor.now, updated_at: actor.now, user_count: 0, session_count: 0 })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx
    .deleteFrom('contact_companies')
    .where('workspace_id', '=', actor.workspace.id)
    .where('company_id', '=', id)
    .execute()
  return true
}

/** The plan of a name, made when there is none yet. */
export async function upsertPlan(tx: Tx, actor: Actor, name: string): Promise<number> {
  const { id } = await tx
    .insertInto('plans')
    .values({ workspace_id: actor.workspace.id, name, created_at: actor.now })
    // Nothing changes, but the row comes back whether it was there or not.
    .onConflict(conflict => conflict.columns(['workspace_id', 'name']).doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
