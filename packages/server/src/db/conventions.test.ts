import { readFile } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { describeSchema } from '../cli/generate.ts'
import { readCatalogue } from './catalogue.ts'
import { GLOBAL_TABLES } from './tables.ts'

const { tables } = await readCatalogue(inject('databaseUrl'))
const tenants = tables.filter(table => !GLOBAL_TABLES.has(table.name))

/** What is known of a request before its workspace is, such as the domain it came to, is unique among all of them. */
const LEADS_IN = new Set(['help_centers_domain_idx'])

test('every tenant table leads its keys with workspace_id', () => {
  const wrong = tenants.flatMap(table => [
    ...table.constraints
      .filter(each => each.kind !== 'check' && each.columns[0] !== 'workspace_id')
      .map(each => `${table.name}.${each.name}`),
    ...table.indexes
      .filter(each => each.unique && each.columns[0] !== 'workspace_id' && !LEADS_IN.has(each.name))
      .map(each => `${table.name}.${each.name}`),
  ])
  expect(wrong).toEqual([])
})

/** Written for every change, these go by a trigger of their workspace's instead: see the migration `lighter_log`. */
const FORGOTTEN = new Set(['event_inbox', 'event_log'])

/** Read by nothing but as a whole, and too often written to keep an index: see the migration `inbox_without_indexes`. */
const KEYLESS = new Set(['event_inbox'])

test('every tenant table has a primary key and goes with its workspace', () => {
  const goesAlong = 'FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE'
  const wrong = tenants.filter(
    table =>
      (!table.constraints.some(each => each.kind === 'primary') && !KEYLESS.has(table.name)) ||
      (!table.constraints.some(each => each.definition === goesAlong) && !FORGOTTEN.has(table.name)),
  )
  expect(wrong.map(table => table.name)).toEqual([])
})

test('every foreign key that must follow a deletion finds its rows by index', () => {
  const wrong = tenants.flatMap(table =>
    table.constraints
      .filter(each => each.kind === 'foreign' && /ON DELETE/.test(each.definition) && each.columns.length > 1)
      .filter(
        each =>
          !keysOf(table).some(key =>
            each.columns.every(column => key.slice(0, each.columns.length).includes(column)),
          ),
      )
      .map(each => `${table.name}: ${each.definition}`),
  )
  expect(wrong).toEqual([])
})

test('the generated files are what the migrations make', async () => {
  const made = await describeSchema(inject('databaseUrl'))
  const read = (name: string) => readFile(new URL(name, import.meta.url), 'utf8')
  expect(made.types, 'run `npm run generate`').toBe(await read('./schema.d.ts'))
  expect(made.tables, 'run `npm run generate`').toBe(await read('./tenant-tables.ts'))
  expect(made.dump, 'run `npm run generate`').toBe(await read('./schema.sql'))
})

const keysOf = (table: (typeof tables)[number]): (string | null)[][] => [
  ...table.constraints
    .filter(each => each.kind === 'primary' || each.kind === 'unique')
    .map(each => each.columns),
  ...table.indexes.map(each => each.columns),
]
