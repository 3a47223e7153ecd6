import {
  type CommonTableExpressionNode,
  DeleteQueryNode,
  InsertQueryNode,
  MergeQueryNode,
  type OperationNode,
  RawNode,
  SelectQueryNode,
  UpdateQueryNode,
  type WithNode,
} from 'kysely'
import { childrenOf, rawText } from './tenant-guard-nodes.ts'
import { isNamedIn, openScope, type Scope, type Statement, unpinned } from './tenant-guard-scope.ts'
import { TENANT_TABLES } from './tenant-tables.ts'

/**
 * Throws unless every tenant table in the statement is held to one workspace: by `workspace_id = <value>` among the conditions
 * that must all hold, by equality with a table already held, or by the column being part of an insert. Sub-queries and common
 * table expressions are judged each for themselves. Hand-written SQL that names a tenant table must at least name the column.
 */
export function assertTenantPinned(node: OperationNode): void {
  judge(node, undefined)
}

function judge(node: OperationNode, scope: Scope | undefined): void {
  if (isStatement(node)) judgeStatement(node, scope)
  else if (RawNode.is(node)) judgeRaw(node, scope)
  else judgeChildren(node, scope)
}

const isStatement = (node: OperationNode): node is Statement =>
  SelectQueryNode.is(node) || UpdateQueryNode.is(node) || DeleteQueryNode.is(node) || InsertQueryNode.is(node)

function judgeStatement(node: Statement, outer: Scope | undefined): void {
  const named = judgeExpressions(node.with, outer)
  const scope = openScope(node, named)
  const loose = unpinned(scope)
  if (loose) throw refusal(loose)
  for (const child of childrenOf(node)) if (child !== node.with) judge(child, scope)
}

/** Judges common table expressions in turn; each may use those before it, and itself. */
function judgeExpressions(list: WithNode | undefined, outer: Scope | undefined): Scope | undefined {
  let scope = outer
  for (const expression of list?.expressions ?? []) {
    scope = withName(expression, scope)
    judge(expression.expression, scope)
  }
  return scope
}

function withName(expression: CommonTableExpressionNode, outer: Scope | undefined): Scope {
  const name = expression.name.table.table.identifier.name
  return { outer, named: new Set([name]), tenants: new Map(), pinned: new Set() }
}

function judgeRaw(node: RawNode, scope: Scope | undefined): void {
  const text = rawText(node)
  for (const [, name = ''] of text.matchAll(tableMention)) {
    const foreign = TENANT_TABLES.has(name.toLowerCase()) && !isNamedIn(scope, name)
    if (foreign && !/\bworkspace_id\b/i.test(text)) throw refusal(name)
  }
  judgeChildren(node, scope)
}

const tableMention = /\b(?:from|join|into|update|using)\s+(?:only\s+)?(?:public\.)?"?([a-z_]+)"?/gi

function judgeChildren(node: OperationNode, scope: Scope | undefined): void {
  if (MergeQueryNode.is(node))
    throw new Error('The tenant guard does not follow MERGE: use insert … on conflict')
  for (const child of childrenOf(node)) judge(child, scope)
}

const refusal = (name: string): Error =>
  new Error(`A statement on ${name} does not pin workspace_id: it could reach another workspace's rows`)
