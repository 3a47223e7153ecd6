import { gatesAt } from '@guichet/contract/change.ts'
import { errors, Problem, problem } from '@guichet/contract/errors.ts'
import type { Predicate } from '@guichet/contract/models/audience.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Leaf, Operator } from '@guichet/contract/search.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { compileSearch } from '../../db/search/compile.ts'
import type { Actor } from '../actor.ts'
import { companySearchable } from '../company/index.ts'
import { contactSearchable } from '../contact/index.ts'
import { allOf, anyOf, withCompany } from './audience-members.sql.ts'

type PredicateValue = Static<typeof Predicate>

/** The rules of an audience: every predicate, and any of those on the role. */
export interface Rules {
  predicates: PredicateValue[]
  role_predicates: PredicateValue[]
}

/** Refuses rules that cannot be read. */
export async function checkPredicates(tx: Tx, actor: Actor, rules: Rules): Promise<void> {
  if (rules.predicates.length + rules.role_predicates.length > MOST)
    throw problem(errors.audienceInvalid, `An audience can have at most ${MOST} predicates`)
  try {
    await conditionOf(tx, actor, rules)
  } catch (error) {
    if (error instanceof Problem) throw problem(errors.audienceInvalid, error.message)
    throw error
  }
}

const MOST = 50

/** The condition on `contacts` of being in an audience; it does not depend on the version a caller speaks. */
export async function conditionOf(tx: Tx, actor: Actor, rules: Rules): Promise<Expression<SqlBool>> {
  const newest = { ...actor, version: NEWEST, gates: gatesAt(NEWEST) }
  const compile = (predicate: PredicateValue) => compilePredicate(tx, newest, predicate)
  const [all, roles] = await Promise.all([
    Promise.all(rules.predicates.map(compile)),
    Promise.all(rules.role_predicates.map(compile)),
  ])
  return roles.length === 0 ? allOf(all) : allOf([...all, anyOf(roles)])
}

async function compilePredicate(
  tx: Tx,
  actor: Actor,
  predicate: PredicateValue,
): Promise<Expression<SqlBool>> {
  const { attribute } = predicate
  const leaf = leafOf(predicate, actor.now)
  if (!attribute.startsWith(COMPANY)) return compileSearch({ tx, actor }, contactSearchable(tx, actor), leaf)
  const field = attribute.slice(COMPANY.length)
  const condition = await compileSearch({ tx, actor }, companySearchable(tx, actor), { ...leaf, field })
  return withCompany(tx, actor.workspace.id, condition)
}

const COMPANY = 'company.'
const DAY = 86_400

function leafOf({ attribute, type, comparison, value }: PredicateValue, now: number): Leaf {
  if (comparison === 'known') return { field: attribute, operator: '!=', value: null }
  if (comparison === 'unknown') return { field: attribute, operator: '=', value: null }
  const operator = OPERATORS[comparison]
  if (!operator) throw problem(errors.audienceInvalid, `${comparison} is not a comparison`)
  if (operator === 'IN' || operator === 'NIN') return { field: attribute, operator, value: value.split(',') }
  const days = type === 'relative' ? Number(value) : Number.NaN
  return { field: attribute, operator, value: Number.isFinite(days) ? now - Math.trunc(days * DAY) : value }
}

const OPERATORS: Record<string, Operator> = {
  ...{ eq: '=', ne: '!=', neq: '!=', not_eq: '!=', contains: '~', not_contains: '!~' },
  ...{ starts_with: '^', ends_with: '$', gt: '>', lt: '<', gte: '>=', lte: '<=', in: 'IN', nin: 'NIN' },
}
