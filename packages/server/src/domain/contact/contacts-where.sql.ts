import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { byTime, rowsOfPage } from '../../db/numbered.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { NumberedPage } from '../paging.ts'

/** What makes a contact part of lists and searches. The indexes of listings carry the same condition, to the letter. */
const LISTED = sql<boolean>`contacts.role <> 'visitor' and contacts.merged_into is null and contacts.archived_at is null`

/** The contacts that lists and searches show. */
export const listedContacts = (tx: Tx, workspaceId: string) =>
  tx.selectFrom('contacts').where('contacts.workspace_id', '=', workspaceId).where(LISTED)

/** Those who were taken out of them. An index carries the same condition, to the letter. */
const ARCHIVED = sql<boolean>`contacts.role <> 'visitor' and contacts.merged_into is null and contacts.archived_at is not null`

export const archivedContacts = (tx: Tx, workspaceId: string) =>
  tx.selectFrom('contacts').where('contacts.workspace_id', '=', workspaceId).where(ARCHIVED)

export const countContactsWhere = (
  tx: Tx,
  workspaceId: string,
  condition: Expression<SqlBool>,
): Promise<number> =>
  totalOf(tx, listedContacts(tx, workspaceId).where(condition).select(sql<number>`1`.as('one')))

export async function selectContactIdsWhere(
  tx: Tx,
  workspaceId: string,
  condition: Expression<SqlBool>,
  page: NumberedPage,
): Promise<string[]> {
  const all = listedContacts(tx, workspaceId).where(condition).select('contacts.id')
  const rows = await rowsOfPage(all, byTime('contacts.created_at', 'contacts.id', 'text'), page)
  return rows.map(row => row.id)
}
