import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { byTime, rowsOfPage } from '../../db/numbered.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

/** Which contact, which company. */
export interface Pair {
  contactId: string
  companyId: string
}

/** What a contact adds to a company it joins. */
export interface Joining {
  session_count: number
  last_request_at: number | null
}

/** A contact that is there, held until the transaction ends. */
export const lockJoining = (tx: Tx, workspaceId: string, contactId: string): Promise<Joining | undefined> =>
  tx
    .selectFrom('contacts')
    .select(['session_count', 'last_request_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', contactId)
    .where('merged_into', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()

export async function isMember(tx: Tx, workspaceId: string, pair: Pair): Promise<boolean> {
  const row = await tx
    .selectFrom('contact_companies')
    .select('company_id')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', pair.contactId)
    .where('company_id', '=', pair.companyId)
    .executeTakeFirst()
  return row !== undefined
}

export async function countCompaniesOf(tx: Tx, workspaceId: string, contactId: string): Promise<number> {
  const { total } = await tx
    .selectFrom('contact_companies')
    .select(row => row.fn.countAll<number>().as('total'))
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .executeTakeFirstOrThrow()
  return total
}

export async function insertMembership(tx: Tx, actor: Actor, { contactId, companyId }: Pair): Promise<void> {
  await tx
    .insertInto('contact_companies')
    .values({
      workspace_id: actor.workspace.id,
      contact_id: contactId,
      company_id: companyId,
      created_at: actor.now,
    })
    .execute()
}

/** Whether the contact was in the company. */
export async function deleteMembership(
  tx: Tx,
  workspaceId: string,
  { contactId, companyId }: Pair,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('contact_companies')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** What one contact adds to its company, or with negative numbers takes from it. */
export interface Share {
  users: 1 | -1
  sessions: number
  last_request_at: number | null
}

export async function addToCompany(tx: Tx, actor: Actor, companyId: string, share: Share): Promise<void> {
  await tx
    .updateTable('companies')
    .set({
      user_count: sql<number>`greatest(user_count + ${share.users}, 0)`,
      session_count: sql<number>`greatest(session_count + ${share.sessions}, 0)`,
      last_request_at: sql<number>`greatest(last_request_at, ${share.last_request_at}::bigint)`,
      updated_at: actor.now,
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', companyId)
    .execute()
}

/** One page of the companies of a contact, the latest joined first. */
export async function selectCompanyIdsOf(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  page: NumberedPage,
): Promise<string[]> {
  const all = tx
    .selectFrom('contact_companies')
    .select('company_id')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
  const rows = await rowsOfPage(all, byTime('created_at', 'company_id', 'text'), page)
  return rows.map(row => row.company_id)
}

/** The condition of being one of a company's contacts. */
export function inCompany(tx: Tx, workspaceId: string, companyId: string): Expression<SqlBool> {
  const membership = tx
    .selectFrom('contact_companies')
    .select(sql`1`.as('one'))
    .where('contact_companies.workspace_id', '=', workspaceId)
    .where('contact_companies.company_id', '=', companyId)
    .where('contact_companies.contact_id', '=', sql.ref<string>('contacts.id'))
  return sql<boolean>`exists ${membership}`
}
