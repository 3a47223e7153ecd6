import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFolder, buildApp } from './build.ts'

await buildApp()

const KILOBYTE = 1000
/** What a browser loads before the inbox shows, compressed. */
const FIRST_LOAD = 250 * KILOBYTE

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}

const chunks: Record<string, Chunk> = JSON.parse(
  readFileSync(join(appFolder, '.vite', 'manifest.json'), 'utf8'),
)

test('the inbox shows after at most 250 KB of script', () => {
  const [entry = ''] = Object.keys(chunks).filter(name => chunks[name]?.isEntry)
  const loaded = new Set(
    [entry, 'src/text/en/index.ts', 'src/pages/inbox/inbox-page.tsx'].flatMap(name => withImports(name)),
  )
  const scripts = [...loaded].flatMap(name => chunks[name]?.file ?? [])
  expect(scripts.length).toBeGreaterThan(2)
  const bytes = scripts.reduce((sum, file) => sum + statSync(join(appFolder, `${file}.gz`)).size, 0)
  expect(bytes).toBeLessThan(FIRST_LOAD)
})

/** A chunk and all that it cannot do without. */
function withImports(name: string, seen: string[] = []): string[] {
  if (seen.includes(name)) return seen
  if (!chunks[name]) throw new Error(`the build has no chunk ${name}`)
  return (chunks[name].imports ?? []).reduce((all, next) => withImports(next, all), [...seen, name])
}
