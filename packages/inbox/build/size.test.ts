import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFolder, buildApp } from './build.ts'

await buildApp()

const KILOBYTE = 1000
/** What a browser loads before the inbox shows, compressed. */
const FIRST_LOAD = 250 * KILOBYTE
/** In how many files: HTTP/1.1 asks for six at a time. */
const MOST_FILES = 25

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}

const chunks: Record<string, Chunk> = JSON.parse(
  readFileSync(join(appFolder, '.vite', 'manifest.json'), 'utf8'),
)

const INBOX = ['src/text/en/index.ts', 'src/pages/inbox/inbox-page.tsx']

test('the inbox shows after at most 250 KB of script', () => {
  expect(bytesOf(INBOX)).toBeLessThan(FIRST_LOAD)
})

test('a link to a conversation shows it, with a field to answer in, after at most 250 KB of script', () => {
  const opened = [...INBOX, 'src/pages/inbox/conversation-pane.tsx']
  expect(bytesOf(opened)).toBeLessThan(FIRST_LOAD)
  const editor = 'src/pages/inbox/composer-box.tsx'
  expect(scriptsOf(opened)).not.toContain(chunks[editor]?.file)
  expect(chunks[editor]).toBeDefined()
})

test('the inbox is asked for in few files', () => {
  expect(scriptsOf(INBOX).length).toBeLessThan(MOST_FILES)
})

const bytesOf = (names: string[]): number =>
  scriptsOf(names).reduce((sum, file) => sum + statSync(join(appFolder, `${file}.gz`)).size, 0)

/** What is loaded where some chunks are, from the start of the app on. */
function scriptsOf(names: string[]): string[] {
  const [entry = ''] = Object.keys(chunks).filter(name => chunks[name]?.isEntry)
  const loaded = new Set([entry, ...names].flatMap(name => withImports(name)))
  const scripts = [...new Set([...loaded].flatMap(name => chunks[name]?.file ?? []))]
  expect(scripts.length).toBeGreaterThan(2)
  return scripts
}

/** A chunk and all that it cannot do without. */
function withImports(name: string, seen: string[] = []): string[] {
  if (seen.includes(name)) return seen
  if (!chunks[name]) throw new Error(`the build has no chunk ${name}`)
  return (chunks[name].imports ?? []).reduce((all, next) => withImports(next, all), [...seen, name])
}
