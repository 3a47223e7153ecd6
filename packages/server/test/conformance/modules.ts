import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One of our source files, by its path from the root of the repository. */
export interface Module {
  path: string
  lines: number
  text: string
  /** What it imports: paths of ours, or names of packages. Types count too. */
  imports: string[]
}

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** Every source file of the contract and the server that is not a test. */
export const modules: Module[] = globSync('packages/{contract,server}/src/**/*.ts', { cwd: root })
  .filter(path => !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
  .toSorted()
  .map(read)

function read(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8')
  const specifiers = text.matchAll(/(?:^|\n)(?:import|export)\b[^'\n]*(?:\n[^'\n]*)*?\bfrom '([^']+)'/g)
  const imports = [...specifiers].map(([, specifier = '']) => resolve(path, specifier))
  return { path, text, lines: text.split('\n').length - 1, imports }
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('@guichet/contract/'))
    return specifier.replace('@guichet/contract/', 'packages/contract/src/')
  if (!specifier.startsWith('.')) return specifier
  return relative(root, join(root, dirname(from), specifier))
}
