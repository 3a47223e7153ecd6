import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import { compiledForIds, compiledOnce } from './compiled-once.ts'
import { type Database, openDatabase } from './database.ts'
import { workspaceId } from './ids.ts'

const texts: string[] = []
const database: Database = openDatabase(inject('databaseUrl'), { onStatement: text => texts.push(text) })
afterAll(() => database.close())

test('a statement compiled once takes the values of each use', async () => {
  const select = compiledOnce({ a: 'a', b: -1 }, (tx, { a, b }) =>
    tx.selectNoFrom([
      sql<string>`${a}::text`.as('a'),
      sql<number>`${b}::bigint`.as('b'),
      sql`${3}::int`.as('c'),
    ]),
  )
  const uses = Array.from({ length: 20 }, (_, n) => ({ a: `use ${n}`, b: n }))
  const rows = await Promise.all(uses.map(use => select(database.read, use)))
  expect(rows).toEqual(uses.map(use => [{ ...use, c: 3 }]))
})

test('a statement compiled once that forgets the workspace never reaches the database, at any use', async () => {
  const select = compiledOnce({ id: -1 }, (tx, { id }) =>
    tx.selectFrom('tags').select('name').where('id', '=', id),
  )
  for (const id of [1, 2, 3])
    await expect(select(database.read, { id })).rejects.toThrow(/does not pin workspace_id/)
  await expect(database.transaction(tx => select(tx, { id: 1 }))).rejects.toThrow(/does not pin workspace_id/)
  expect(texts.filter(text => text.includes('"tags"'))).toEqual([])
})

test('the rows of one id, of many and of none are those asked for', async () => {
  const workspace = workspaceId()
  await database.transaction(async tx => {
    await tx
      .insertInto('workspaces')
      .values({ id: workspace, name: 'Test', created_at: 1, updated_at: 1 })
      .execute()
    for (const name of ['a', 'b', 'c'])
      await tx
        .insertInto('tags')
        .values({ workspace_id: workspace, name, created_at: 1, updated_at: 1 })
        .execute()
  })
  const select = compiledForIds('text', { workspace: 'workspace' }, (tx, values, name) =>
    tx
      .selectFrom('tags')
      .select('name')
      .where('workspace_id', '=', values.workspace)
      .where('name', '=', name)
      .orderBy('name'),
  )
  const named = async (ids: string[]) =>
    (await select(database.read, { workspace, ids })).map(row => row.name)
  expect(await named(['b'])).toEqual(['b'])
  expect(await named(['c', 'a'])).toEqual(['a', 'c'])
  expect(await named([])).toEqual([])
})
