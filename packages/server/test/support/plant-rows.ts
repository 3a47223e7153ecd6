import pg from 'pg'
import { type Column, type Constraint, readCatalogue, type Table } from '../../src/db/catalogue.ts'
import { objectId } from '../../src/db/ids.ts'
import { TENANT_TABLES } from '../../src/db/tenant-tables.ts'

/**
 * Puts a row into every tenant table in which a workspace has none, so that what no request makes is there as well. Text is
 * `mark`, but for columns that tell rows apart, which are `key`. Answers with the tables that would not take one.
 */
export async function plantRows(databaseUrl: string, workspaceId: string, mark: string): Promise<string[]> {
  const { tables } = await readCatalogue(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const refused: string[] = []
    for (const table of inOrder(tables.filter(each => TENANT_TABLES.has(each.name)))) {
      if (await firstRow(client, table.name, workspaceId)) continue
      const fault = await plant(client, table, workspaceId, mark)
      if (fault) refused.push(`${table.name}: ${fault}`)
    }
    return refused
  } finally {
    await client.end()
  }
}

/** Tables after those they refer to; where they refer to each other, any order. */
function inOrder(tables: Table[]): Table[] {
  const done = new Set<string>()
  const ordered: Table[] = []
  const visit = (table: Table) => {
    if (done.has(table.name)) return
    done.add(table.name)
    for (const { table: name } of references(table)) {
      const other = tables.find(each => each.name === name)
      if (other) visit(other)
    }
    ordered.push(table)
  }
  tables.forEach(visit)
  return ordered
}

/** What the columns of a table refer to, each column by itself. */
function references(table: Table): { column: string; table: string; to: string }[] {
  return table.constraints.flatMap(({ kind, definition }) => {
    const [, own = '', name = '', theirs = ''] =
      (kind === 'foreign' && /\((.*?)\) REFERENCES (\w+)\((.*?)\)/.exec(definition)) || []
    const to = theirs.split(', ')
    return own
      .split(', ')
      .map((column, at) => ({ column, table: name, to: to[at] ?? '' }))
      .filter(({ column }) => column !== '' && column !== 'workspace_id')
  })
}

type Row = Record<string, unknown>

async function firstRow(client: pg.Client, table: string, workspaceId: string): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(`select * from "${table}" where workspace_id = $1 limit 1`, [
    workspaceId,
  ])
  return rows[0]
}

/** The fullest row the table takes; the last complaint of the database, if it takes none. */
async function plant(
  client: pg.Client,
  table: Table,
  workspaceId: string,
  mark: string,
): Promise<string | undefined> {
  const found: Row = {}
  for (const { column, table: other, to } of references(table)) {
    const row = other === table.name ? undefined : await firstRow(client, other, workspaceId)
    if (row) found[column] = row[to]
  }
  let fault: string | undefined
  for (const row of rowsFor(table, found, mark)) {
    fault = await insert(client, table.name, { workspace_id: workspaceId, ...row })
    if (fault === undefined) return undefined
  }
  return fault
}

/** Ever barer: with all references, with one of those that may be absent, with none of them; then without such texts either. */
function rowsFor(table: Table, found: Row, mark: string): Row[] {
  const needed = new Set(table.columns.filter(column => column.notNull).map(({ name }) => name))
  const spare = Object.keys(found).filter(name => !needed.has(name))
  const references = [spare, ...spare.map(name => [name]), []]
  return [true, false].flatMap(full => {
    const own = Object.fromEntries(
      table.columns.flatMap(column => {
        const value = fill(table, column, mark, full)
        return value === undefined ? [] : [[column.name, value]]
      }),
    )
    return references.map(kept => ({
      ...Object.fromEntries(Object.entries(own).filter(([name]) => !spare.includes(name))),
      ...Object.fromEntries(
        Object.entries(found).filter(([name]) => needed.has(name) || kept.includes(name)),
      ),
    }))
  })
}

async function insert(client: pg.Client, table: string, row: Row): Promise<string | undefined> {
  const names = Object.keys(row)
  const text = `insert into "${table}" (${names.map(name => `"${name}"`).join(', ')})
    values (${names.map((_, at) => `$${at + 1}`).join(', ')})`
  try {
    await client.query(text, Object.values(row))
    return undefined
  } catch (error) {
    return String(error)
  }
}

function fill(table: Table, column: Column, mark: string, full: boolean): unknown {
  if (column.name === 'workspace_id' || column.computed || column.default !== null) return undefined
  if (!column.notNull && !(full && column.type === 'text')) return undefined
  const [choice] = choicesOf(table.constraints, column.name)
  if (choice !== undefined) return choice
  if (column.type === 'text') return textOf(table, column, mark)
  if (column.type === 'text[]') return [mark]
  if (column.type === 'jsonb') return JSON.stringify({ mark })
  if (column.type === 'boolean') return false
  if (column.type === 'bytea') return Buffer.from(mark)
  if (column.type === 'date') return '2026-01-01'
  if (column.type === 'uuid') return '0b0b0b0b-0b0b-4b0b-8b0b-0b0b0b0b0b0b'
  return column.name.endsWith('_at') ? 1_700_000_000 : 7
}

const choicesOf = (constraints: Constraint[], column: string): string[] =>
  constraints
    .filter(({ kind, columns }) => kind === 'check' && columns.length === 1 && columns[0] === column)
    .flatMap(({ definition }) => [...definition.matchAll(/'([^']*)'::text/g)].map(([, text = '']) => text))

/** A text that tells rows apart may be sent by others, so it does not hold the mark. */
function textOf(table: Table, column: Column, mark: string): string {
  if (/(^|_)id$/.test(column.name)) return objectId(1_700_000_000)
  const tells =
    table.constraints.some(
      ({ kind, columns }) => ['primary', 'unique'].includes(kind) && columns.includes(column.name),
    ) || table.indexes.some(({ unique, columns }) => unique && columns.includes(column.name))
  return tells ? `key-of-${table.name.replaceAll('_', '-')}` : `${mark} ${column.name}`
}
