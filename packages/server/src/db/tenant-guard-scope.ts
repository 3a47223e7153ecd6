import {
  DeleteQueryNode,
  InsertQueryNode,
  type OperationNode,
  SelectQueryNode,
  type UpdateQueryNode,
} from 'kysely'
import {
  type Equality,
  equalitiesOf,
  isValue,
  joinEqualities,
  referenceOf,
  type Source,
  sourceOf,
} from './tenant-guard-nodes.ts'
import { TENANT_TABLES } from './tenant-tables.ts'

export type Statement = SelectQueryNode | UpdateQueryNode | DeleteQueryNode | InsertQueryNode

/** What a statement reads from, and which of it is held to one workspace. */
export interface Scope {
  outer: Scope | undefined
  /** Common table expressions: judged where they stand. */
  named: ReadonlySet<string>
  /** Aliases of tenant tables, with the table's name. */
  tenants: Map<string, string>
  /** Aliases that are held, and those that need not be: global tables, sub-queries, common table expressions. */
  pinned: Set<string>
}

/** Finds the statement's tables and which of them its conditions hold. */
export function openScope(node: Statement, outer: Scope | undefined): Scope {
  const scope: Scope = { outer, named: new Set(), tenants: new Map(), pinned: new Set() }
  for (const source of sourcesOf(node)) enter(scope, source)
  if (InsertQueryNode.is(node)) pinInsert(scope, node)
  const equalities = conditionsOf(node)
  // Each round may hold one more table through those held before.
  for (let held = -1; held !== scope.pinned.size; ) {
    held = scope.pinned.size
    for (const each of equalities) applyEquality(scope, each)
  }
  return scope
}

/** A tenant table that nothing holds. */
export function unpinned(scope: Scope): string | undefined {
  for (const [alias, table] of scope.tenants) if (!scope.pinned.has(alias)) return table
  return undefined
}

export function isNamedIn(scope: Scope | undefined, name: string): boolean {
  return scope !== undefined && (scope.named.has(name) || isNamedIn(scope.outer, name))
}

function sourcesOf(node: Statement): Source[] {
  if (InsertQueryNode.is(node)) return node.into ? [sourceOf(node.into)] : []
  const joined = (node.joins ?? []).map(join => join.table)
  return [...tablesOf(node), ...joined].map(sourceOf)
}

function tablesOf(node: Exclude<Statement, InsertQueryNode>): readonly OperationNode[] {
  if (SelectQueryNode.is(node)) return node.from?.froms ?? []
  if (DeleteQueryNode.is(node)) return [...node.from.froms, ...(node.using?.tables ?? [])]
  return [...(node.table ? [node.table] : []), ...(node.from?.froms ?? [])]
}

function enter(scope: Scope, { alias, table }: Source): void {
  const isTenant = table !== undefined && TENANT_TABLES.has(table) && !isNamedIn(scope.outer, table)
  if (isTenant) scope.tenants.set(alias, table)
  else scope.pinned.add(alias)
}

function pinInsert(scope: Scope, node: InsertQueryNode): void {
  const names = (node.columns ?? []).map(column => column.column.name)
  if (node.into && names.includes('workspace_id')) scope.pinned.add(sourceOf(node.into).alias)
}

function conditionsOf(node: Statement): Equality[] {
  if (InsertQueryNode.is(node)) return []
  return [...equalitiesOf(node.where?.where), ...(node.joins ?? []).flatMap(joinEqualities)]
}

function applyEquality(scope: Scope, { left, right, only }: Equality): void {
  for (const [side, other] of [[left, right] as const, [right, left] as const]) {
    const alias = tenantHeldBy(scope, side)
    if (alias === undefined || (only !== undefined && alias !== only)) continue
    if (isValue(other) || isHeld(scope, other)) scope.pinned.add(alias)
  }
}

/** The alias in this statement whose workspace_id this is. */
function tenantHeldBy(scope: Scope, node: OperationNode): string | undefined {
  const reference = referenceOf(node)
  if (reference?.column !== 'workspace_id') return undefined
  const [first, ...more] = scope.tenants.keys()
  const alias = reference.alias ?? (more.length === 0 ? first : undefined)
  return alias !== undefined && scope.tenants.has(alias) ? alias : undefined
}

/** Whether this is the workspace of something already held, here or in a statement around this one. */
function isHeld(scope: Scope, node: OperationNode): boolean {
  const reference = referenceOf(node)
  if (reference?.alias === undefined) return false
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (at.tenants.has(reference.alias))
      return reference.column === 'workspace_id' && at.pinned.has(reference.alias)
    if (at.pinned.has(reference.alias))
      return reference.column === 'workspace_id' || reference.column === 'id'
  }
  return false
}
