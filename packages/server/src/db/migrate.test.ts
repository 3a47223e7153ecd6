import { expect, inject, test } from 'vitest'
import { comparePending, migrate, pending, readMigrations } from './migrate.ts'

const file = (name: string, checksum = 'same') => ({ name, checksum, sql: '' })

test('what is not recorded is pending, in order', () => {
  expect(comparePending([file('a'), file('b'), file('c')], [file('a')]).map(each => each.name)).toEqual([
    'b',
    'c',
  ])
})

test('a recorded migration that changed is refused', () => {
  expect(() => comparePending([file('a', 'other')], [file('a')])).toThrow(/was changed/)
})

test('a database newer than this version is refused', () => {
  expect(() => comparePending([file('a')], [file('a'), file('z')])).toThrow(/newer than we are/)
})

test('a migrated database has nothing pending, and migrating again does nothing', async () => {
  expect(await pending(inject('databaseUrl'))).toEqual([])
  expect(await migrate(inject('databaseUrl'))).toEqual([])
  expect((await readMigrations()).length).toBeGreaterThan(5)
})
