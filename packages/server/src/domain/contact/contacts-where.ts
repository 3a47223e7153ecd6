import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'
import { type ContactView, viewContacts } from './contact.view.ts'
import { countContactsWhere, selectContactIdsWhere } from './contacts-where.sql.ts'

/**
 * One numbered page of the contacts that a condition on `contacts` holds for, the newest first, and how many there are
 * in all. Visitors, archived and merged contacts are never among them.
 */
export async function contactsWhere(
  tx: Tx,
  actor: Actor,
  condition: Expression<SqlBool>,
  page: NumberedPage,
): Promise<{ total: number; data: ContactView[] }> {
  const [total, ids] = await Promise.all([
    countContactsWhere(tx, actor.workspace.id, condition),
    selectContactIdsWhere(tx, actor.workspace.id, condition, page),
  ])
  return { total, data: await viewContacts(tx, actor, ids) }
}
