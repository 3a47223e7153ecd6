import { pathToFileURL } from 'node:url'
import type { Family, Operation } from '@guichet/contract/operation.ts'
import type { Plugin } from 'vite'

/**
 * The browser needs of an operation where it is and how it is called; its schemas are there for types. So a file of the
 * contract's operations becomes, in the bundle, its families with method and path alone.
 */
export const contractRoutes = (): Plugin => ({
  name: 'guichet:contract-routes',
  async load(id) {
    if (!/\/contract\/src\/operations\/.*\.ts$/.test(id)) return undefined
    const module: Record<string, unknown> = await import(pathToFileURL(id).href)
    return Object.entries(module)
      .filter((entry): entry is [string, Family] => isFamily(entry[1]))
      .map(([name, family]) => `export const ${name} = ${JSON.stringify(routesOf(family))}`)
      .join('\n')
  },
})

const routesOf = (family: Family) =>
  Object.fromEntries(
    Object.entries(family).map(([name, { method, path }]) => [name, { method, path }] as const),
  )

const isFamily = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isOperation)

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value
