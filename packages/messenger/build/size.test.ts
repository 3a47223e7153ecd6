import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildMessenger, messengerFolder } from './build.ts'

await buildMessenger()

const KILOBYTE = 1000

interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}

const chunks: Record<string, Chunk> = JSON.parse(
  readFileSync(join(messengerFolder, '.vite', 'manifest.json'), 'utf8'),
)

test('the loader has at most 8 KB, compressed', () => {
  const bytes = gzipSync(readFileSync(join(messengerFolder, 'loader.js')), { level: 1 }).length
  expect(bytes).toBeGreaterThan(2 * KILOBYTE)
  expect(bytes).toBeLessThan(8 * KILOBYTE)
})

test('the first panel has at most 60 KB, compressed, with its style and its largest language', () => {
  const files = new Set(Object.values(chunks).flatMap(({ file, css = [] }) => [file, ...css]))
  const bytes = [...files].reduce((sum, file) => sum + statSync(join(messengerFolder, `${file}.gz`)).size, 0)
  expect(files.size).toBeGreaterThan(3)
  expect(bytes).toBeLessThan(60 * KILOBYTE)
})
