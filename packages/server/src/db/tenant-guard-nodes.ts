import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  CastNode,
  ColumnNode,
  IdentifierNode,
  type JoinNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  RawNode,
  ReferenceNode,
  TableNode,
  ValueNode,
} from 'kysely'

/** Every node directly below this one. */
export function childrenOf(node: OperationNode): OperationNode[] {
  if (ValueNode.is(node)) return []
  const values: unknown[] = Object.values(node)
  return values.flat().filter(isNode)
}

const isNode = (value: unknown): value is OperationNode =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'

/** A source of rows under the name the statement uses for it; no table where it is a sub-query or a function. */
export interface Source {
  alias: string
  table: string | undefined
}

export function sourceOf(node: OperationNode): Source {
  if (TableNode.is(node)) return { alias: node.table.identifier.name, table: tableName(node) }
  if (!AliasNode.is(node)) return { alias: '', table: undefined }
  const table = TableNode.is(node.node) ? tableName(node.node) : undefined
  return { alias: aliasName(node.alias), table }
}

/** An equality that must hold: both sides, and which alias alone it can hold down (a left join's, else any). */
export interface Equality {
  left: OperationNode
  right: OperationNode
  only: string | undefined
}

export function equalitiesOf(condition: OperationNode | undefined, only?: string): Equality[] {
  if (!condition) return []
  if (ParensNode.is(condition)) return equalitiesOf(condition.node, only)
  if (AndNode.is(condition))
    return [...equalitiesOf(condition.left, only), ...equalitiesOf(condition.right, only)]
  if (!BinaryOperationNode.is(condition) || !OperatorNode.is(condition.operator)) return []
  if (condition.operator.operator !== '=') return []
  return [{ left: condition.leftOperand, right: condition.rightOperand, only }]
}

/** A left join's condition holds down the joined table only; a right or full one holds down nothing. */
export function joinEqualities(join: JoinNode): Equality[] {
  if (join.joinType === 'InnerJoin' || join.joinType === 'LateralInnerJoin') return equalitiesOf(join.on?.on)
  if (join.joinType === 'LeftJoin' || join.joinType === 'LateralLeftJoin') {
    return equalitiesOf(join.on?.on, sourceOf(join.table).alias)
  }
  return []
}

export interface ColumnReference {
  /** Undefined where the statement does not say whose column it is. */
  alias: string | undefined
  column: string
}

export function referenceOf(node: OperationNode): ColumnReference | undefined {
  if (!ReferenceNode.is(node) || !ColumnNode.is(node.column)) return undefined
  return { alias: node.table?.table.identifier.name, column: node.column.column.name }
}

/** A parameter or something built on one, as opposed to other rows' values. */
export function isValue(node: OperationNode): boolean {
  if (ValueNode.is(node)) return true
  if (CastNode.is(node)) return isValue(node.expression)
  return RawNode.is(node) && node.parameters.length > 0 && node.parameters.every(isValue)
}

/** Hand-written SQL as text, with the names it was given spelled out. */
export function rawText(node: RawNode): string {
  return node.sqlFragments.map((fragment, at) => fragment + nameOf(node.parameters[at])).join('')
}

function nameOf(node: OperationNode | undefined): string {
  if (!node) return ''
  if (TableNode.is(node)) return node.table.identifier.name
  return referenceOf(node)?.column ?? '?'
}

function tableName({ table }: TableNode): string | undefined {
  const schema = table.schema?.name
  return schema === undefined || schema === 'public' ? table.identifier.name : undefined
}

function aliasName(node: OperationNode): string {
  if (IdentifierNode.is(node)) return node.name
  // `sql`…`.as(sql<…>`name(column, …)`)`: the name ends where the columns begin.
  return RawNode.is(node) ? (rawText(node).split('(')[0] ?? '').replaceAll('"', '').trim() : ''
}
