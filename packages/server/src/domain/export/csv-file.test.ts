import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Cell, gzippedCsv } from './index.ts'

const noise = (): string => Math.random().toString(36)

/** Pages of what does not compress, and how many were asked for. */
function pagesOf(count: number) {
  const asked = { pages: 0, closed: false }
  async function* pages(): AsyncIterable<Cell[][]> {
    try {
      for (; asked.pages < count; asked.pages += 1) {
        yield Array.from({ length: 1000 }, () => [noise(), noise(), noise()])
      }
    } finally {
      asked.closed = true
    }
  }
  return { asked, pages: pages() }
}

test('a file holds what it was given, whatever is in it', async () => {
  async function* pages(): AsyncIterable<Cell[][]> {
    yield [['a "b", c', 1]]
    yield []
    yield [['two\nlines', null]]
  }
  const chunks = await Array.fromAsync(gzippedCsv(['x', 'y'], pages()))
  expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe('x,y\n"a ""b"", c",1\n"two\nlines",\n')
})

test('a reader who waits holds up what is read for them, and one who leaves ends it', async () => {
  const { asked, pages } = pagesOf(1000)
  const reader = gzippedCsv(['a', 'b', 'c'], pages)[Symbol.asyncIterator]()
  await reader.next()
  for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate)
  expect(asked.pages).toBeLessThan(20)
  await reader.return?.()
  for (let turn = 0; turn < 100 && !asked.closed; turn += 1) await new Promise(setImmediate)
  expect(asked.closed).toBe(true)
})

test('a failure on the way is told to the reader', async () => {
  async function* pages(): AsyncIterable<Cell[][]> {
    yield [['one']]
    throw new Error('the database went away')
  }
  await expect(Array.fromAsync(gzippedCsv(['a'], pages()))).rejects.toThrow('the database went away')
})
