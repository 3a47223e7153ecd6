import { parseQuery } from '@guichet/contract/search.ts'
import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { compileSearch } from '../../db/search/compile.ts'
import type { Actor } from '../actor.ts'
import { selectHolding } from './contact.search.sql.ts'
import { contactSearchable } from './contact.search.ts'
import { countContactsWhere } from './contacts-where.sql.ts'

/** A stored query tree over contacts, such as a segment's rules. */
export interface Rules {
  id: string
  rules: unknown
}

/** The condition on `contacts` that rules stand for; within it, the rules' own segment holds nobody. */
export function conditionOf(tx: Tx, actor: Actor, { id, rules }: Rules): Promise<Expression<SqlBool>> {
  return compileSearch({ tx, actor, within: new Set([id]) }, contactSearchable(tx, actor), parseQuery(rules))
}

/** How many contacts rules hold for. */
export async function countMatching(tx: Tx, actor: Actor, rules: Rules): Promise<number> {
  return countContactsWhere(tx, actor.workspace.id, await conditionOf(tx, actor, rules))
}

/** Those of many rules that hold for one contact, in one statement. */
export async function rulesMatching<R extends Rules>(
  tx: Tx,
  actor: Actor,
  contactId: string,
  all: R[],
): Promise<R[]> {
  if (all.length === 0) return []
  const conditions = await Promise.all(all.map(rules => conditionOf(tx, actor, rules)))
  const holding = await selectHolding(tx, actor.workspace.id, contactId, conditions)
  return all.filter((_, at) => holding[at] === true)
}
