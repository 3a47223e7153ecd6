import type { Operation } from '@guichet/contract/operation.ts'
import { inboxFamilies } from '@guichet/contract/operations/inbox/index.ts'
import { families } from '@guichet/contract/operations/index.ts'
import { existsAt, VERSIONS } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { routes } from '../../src/api/routes.ts'

const operations: Operation[] = [families, inboxFamilies].flatMap(all =>
  Object.values(all).flatMap(family => Object.values<Operation>(family)),
)
const built = new Set(routes.map(({ operation }) => operation))
const name = ({ method, path }: Operation) => `${method} ${path}`

test('every operation of the contract is built', () => {
  const missing = operations.filter(operation => !built.has(operation))
  for (const version of VERSIONS) {
    const there = operations.filter(operation => existsAt(version, operation))
    const done = there.filter(operation => built.has(operation))
    console.log(`${version.padEnd(8)} ${done.length} of ${there.length} operations are built`)
  }
  console.log(`${missing.length} answer 501`)
  expect(missing.map(name)).toEqual([])
})

test('every route answers an operation of the contract, and no operation is answered twice', () => {
  expect([...built].filter(operation => !operations.includes(operation)).map(name)).toEqual([])
  const twice = routes.filter(({ operation }, at) =>
    routes.slice(0, at).some(other => other.operation === operation),
  )
  expect(twice.map(({ operation }) => name(operation))).toEqual([])
})
