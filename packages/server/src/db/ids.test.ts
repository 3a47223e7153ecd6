import { expect, test } from 'vitest'
import { isObjectId, numericId, objectId, workspaceId } from './ids.ts'

test('an object id begins with the second it was made in', () => {
  const id = objectId(1_719_490_100)
  expect(isObjectId(id)).toBe(true)
  expect(Number.parseInt(id.slice(0, 8), 16)).toBe(1_719_490_100)
  expect(objectId(1_719_490_100)).not.toBe(id)
})

test('a workspace id is a short code that begins with a letter', () => {
  expect(workspaceId()).toMatch(/^[a-z][a-z0-9]{7}$/)
})

test('a decimal id may come as a number or a string', () => {
  expect([numericId('42'), numericId(42), numericId('64619700005570')]).toEqual([42, 42, 64619700005570])
})

test.each(['', 'abc', '0', '-1', '1.5', '1e3', '99999999999999999', 'null'])('%j is no id', text => {
  expect(numericId(text)).toBeUndefined()
})
