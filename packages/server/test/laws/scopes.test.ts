import type { Operation } from '@guichet/contract/operation.ts'
import { publishedOperations } from '@guichet/contract/operations/all.ts'
import { scopes } from '@guichet/contract/scopes.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import type { Api } from '../support/api.ts'
import { startGuichet } from '../support/guichet.ts'

const { createWorkspace } = await startGuichet()

test('a token that lacks one permission is refused by name on each operation that needs it', async () => {
  const tokens = new Map<string, Api>()
  for (const { name } of scopes) {
    const others = scopes.map(scope => scope.name).filter(scope => scope !== name)
    tokens.set(name, (await createWorkspace({ scopes: others })).api)
  }
  let tried = 0
  for (const operation of publishedOperations) {
    const without = tokens.get(operation.scope)
    if (!without) continue
    const version = operation.until ?? NEWEST
    const { status, body } = await without
      .at(version)
      .send(operation.method, examplePath(operation), { headers: { accept: '*/*' } })
    expect({ at: `${operation.method} ${operation.path}`, status, error: body.errors[0] }).toEqual({
      at: `${operation.method} ${operation.path}`,
      status: 403,
      error: {
        code: 'forbidden',
        message: `You do not have the required scope (${operation.scope}) to access this resource`,
      },
    })
    tried += 1
  }
  console.log(`${tried} of ${publishedOperations.length} operations ask for a permission`)
  expect(tried).toBeGreaterThan(240)
})

const examplePath = ({ path }: Operation): string => path.replaceAll(/\{\w+\}/g, '1')
