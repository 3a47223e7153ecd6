import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Catalogue, type Column, readCatalogue, type Table } from '../db/catalogue.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { GLOBAL_TABLES } from '../db/tables.ts'

export interface SchemaFiles {
  types: string
  tables: string
  dump: string
}

const typesFile = new URL('../db/schema.d.ts', import.meta.url)
const tablesFile = new URL('../db/tenant-tables.ts', import.meta.url)
const dumpFile = new URL('../db/schema.sql', import.meta.url)

/** Writes db/schema.d.ts, db/tenant-tables.ts and db/schema.sql from a migrated database. */
export async function generate(options: { databaseUrl: string }): Promise<void> {
  const { types, tables, dump } = await describeSchema(options.databaseUrl)
  await writeFile(typesFile, types)
  await writeFile(tablesFile, tables)
  await writeFile(dumpFile, dump)
}

/** The same from the migrations alone, in a database made for the purpose. */
export async function generateFromMigrations(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'guichet-generate-'))
  const postgres = await startEmbedded({ dataDir, durable: false })
  try {
    await migrate(postgres.url)
    await generate({ databaseUrl: postgres.url })
  } finally {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The text of each file. */
export async function describeSchema(databaseUrl: string): Promise<SchemaFiles> {
  const catalogue = await readCatalogue(databaseUrl)
  return { types: printTypes(catalogue), tables: printTables(catalogue), dump: printDump(catalogue) }
}

function printTypes({ tables }: Catalogue): string {
  const rows = tables.map(table => `  ${table.name}: ${typeName(table.name)}`)
  return [
    '// Generated from the migrations by `npm run generate`: do not edit.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    '',
    '/** A jsonb column: values come out, JSON text goes in. */',
    'export type Json = ColumnType<unknown, string, string>',
    'export type JsonDefaulted = ColumnType<unknown, string | undefined, string>',
    'export type JsonNullable = ColumnType<unknown, string | null | undefined, string | null>',
    '',
    ...tables.flatMap(table => [printTable(table), '']),
    `export interface DB {\n${rows.join('\n')}\n}`,
    '',
  ].join('\n')
}

const typeName = (table: string): string =>
  table.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())

function printTable(table: Table): string {
  const columns = table.columns.map(column => `  ${column.name}: ${columnType(table, column)}`)
  return `export interface ${typeName(table.name)} {\n${columns.join('\n')}\n}`
}

function columnType(table: Table, column: Column): string {
  if (column.type === 'jsonb') {
    if (!column.notNull) return 'JsonNullable'
    return column.default === null ? 'Json' : 'JsonDefaulted'
  }
  const base = choicesOf(table, column) ?? typesByColumn[column.type]
  if (!base) throw new Error(`No TypeScript type is known for a column of type ${column.type}`)
  const type = column.notNull ? base : `${base} | null`
  if (column.computed) return `GeneratedAlways<${type}>`
  return column.default === null ? type : `Generated<${type}>`
}

/** The union of a text column that a check holds to a few values. */
function choicesOf(table: Table, { name, type }: Column): string | undefined {
  if (type !== 'text') return undefined
  const check = table.constraints.find(({ kind, columns, definition }) => {
    return (
      kind === 'check' && columns.length === 1 && columns[0] === name && definition.includes('= ANY (ARRAY[')
    )
  })
  const values = check?.definition.match(/'[^']*'(?=::text)/g)
  return values?.join(' | ')
}

const typesByColumn: Record<string, string> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'double precision': 'number',
  integer: 'number',
  text: 'string',
  'text[]': 'string[]',
  'bigint[]': 'number[]',
  'timestamp with time zone': 'Date',
  tsvector: 'string',
  uuid: 'string',
  xid8: 'string',
}

function printTables({ tables }: Catalogue): string {
  const names = tables.map(table => table.name).filter(name => !GLOBAL_TABLES.has(name))
  return [
    '// Generated from the migrations by `npm run generate`: do not edit.',
    '',
    '/** Tables whose rows belong to a workspace. */',
    'export const TENANT_TABLES: ReadonlySet<string> = new Set([',
    ...names.map(name => `  '${name}',`),
    '])',
    '',
  ].join('\n')
}

function printDump({ extensions, sequences, tables }: Catalogue): string {
  return [
    '-- Generated from the migrations by `npm run generate`: do not edit.',
    ...extensions.map(name => `create extension ${name};`),
    '',
    ...sequences.map(name => `create sequence ${name};`),
    ...tables.map(dumpTable),
    '',
  ].join('\n')
}

function dumpTable({ name, columns, constraints, indexes }: Table): string {
  const lines = [...columns.map(dumpColumn), ...constraints.map(each => `  ${each.definition}`)]
  return [
    `\ncreate table ${name} (\n${lines.join(',\n')}\n);`,
    ...indexes.map(index => `${index.definition};`),
  ].join('\n')
}

function dumpColumn({ name, type, notNull, default: value, computed }: Column): string {
  const given =
    value === null ? '' : computed ? ` generated always as (${value}) stored` : ` default ${value}`
  return `  "${name}" ${type}${notNull ? ' not null' : ''}${given}`
}
