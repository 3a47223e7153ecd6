import type { Operation } from '@guichet/contract/operation.ts'
import { allOperations, publishedOperations } from '@guichet/contract/operations/all.ts'
import { existsAt, VERSIONS } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { routes } from '../../src/api/routes.ts'

const built = new Set(routes.map(({ operation }) => operation))
const name = ({ method, path }: Operation) => `${method} ${path}`

test('every operation of the contract is built', () => {
  const missing = allOperations.filter(operation => !built.has(operation))
  for (const version of VERSIONS) {
    const there = publishedOperations.filter(operation => existsAt(version, operation))
    const done = there.filter(operation => built.has(operation))
    console.log(`${version.padEnd(8)} ${done.length} of ${there.length} operations are built`)
  }
  const own = allOperations.length - publishedOperations.length
  console.log(`${own} operations are our own pages'`)
  console.log(`${missing.length} answer 501`)
  expect(missing.map(name)).toEqual([])
})

test('every route answers an operation of the contract, and no operation is answered twice', () => {
  expect([...built].filter(operation => !allOperations.includes(operation)).map(name)).toEqual([])
  const twice = routes.filter(({ operation }, at) =>
    routes.slice(0, at).some(other => other.operation === operation),
  )
  expect(twice.map(({ operation }) => name(operation))).toEqual([])
})
