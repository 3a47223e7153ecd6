import { Problem } from '@guichet/contract/errors.ts'
import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type ContactView, contactsWhere, countContactsWhere } from '../contact/index.ts'
import type { NumberedPage } from '../paging.ts'
import { mayReadContent } from './audience.policy.ts'
import { type AudienceRow, selectAudiencesById } from './audience.sql.ts'
import { readPredicates } from './audience.ts'
import { NOBODY, selectHolding } from './audience-members.sql.ts'
import { checkPredicates, conditionOf, type Rules } from './predicates.ts'

/** One page of the contacts an audience selects now, the newest first, and how many there are. */
export async function contactsInAudience(
  tx: Tx,
  actor: Actor,
  { audienceId, page }: { audienceId: number; page: NumberedPage },
): Promise<{ total: number; data: ContactView[] }> {
  const [row] = await selectAudiencesById(tx, actor.workspace.id, [audienceId])
  return row ? contactsWhere(tx, actor, await membership(tx, actor, row), page) : { total: 0, data: [] }
}

/** How many contacts some rules select now; 422 for rules that cannot be read. */
export async function countAudience(tx: Tx, actor: Actor, rules: Rules): Promise<number> {
  mayReadContent(actor)
  await checkPredicates(tx, actor, rules)
  return countContactsWhere(tx, actor.workspace.id, await conditionOf(tx, actor, rules))
}

/** Which of some audiences a contact is in now. */
export async function inAudiences(
  tx: Tx,
  actor: Actor,
  { contactId, audienceIds }: { contactId: string; audienceIds: number[] },
): Promise<Set<number>> {
  const rows = audienceIds.length === 0 ? [] : await selectAudiencesById(tx, actor.workspace.id, audienceIds)
  if (rows.length === 0) return new Set()
  const conditions = await Promise.all(
    rows.map(async row => ({ id: row.id, condition: await membership(tx, actor, row) })),
  )
  return selectHolding(tx, actor.workspace.id, contactId, conditions)
}

/** Whether an audience selects a contact now. */
export async function isInAudience(
  tx: Tx,
  actor: Actor,
  { contactId, audienceId }: { contactId: string; audienceId: number },
): Promise<boolean> {
  return (await inAudiences(tx, actor, { contactId, audienceIds: [audienceId] })).has(audienceId)
}

/** Rules that can no longer be read, of an attribute that was archived say, select nobody. */
export async function membership(tx: Tx, actor: Actor, row: AudienceRow): Promise<Expression<SqlBool>> {
  const rules = {
    predicates: readPredicates(row.predicates),
    role_predicates: readPredicates(row.role_predicates),
  }
  try {
    return await conditionOf(tx, actor, rules)
  } catch (error) {
    if (error instanceof Problem) return NOBODY
    throw error
  }
}
