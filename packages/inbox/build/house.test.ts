import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Which folder of the app may look at which. Pages do not look at one another: what two of them need is a part. */
const MAY_IMPORT: Record<string, string[]> = {
  ui: [],
  text: [],
  data: ['text', 'ui'],
  actions: ['text', 'ui'],
  parts: ['ui', 'text', 'data', 'actions'],
  forms: ['ui', 'text', 'data', 'parts'],
  pages: ['ui', 'text', 'data', 'actions', 'parts', 'forms'],
}

/** What every page may need, and no page owns. */
const OF_THE_HOUSE = ['pages/navigation.tsx', 'pages/not-found.tsx', 'pages/crash.tsx']

const LONGEST = 400

const root = fileURLToPath(new URL('../src', import.meta.url))
const files = globSync('**/*.{ts,tsx}', { cwd: root }).map(path => {
  const text = readFileSync(join(root, path), 'utf8')
  const imports = [...text.matchAll(/from '(\.[^']+)'|import\('(\.[^']+)'\)/g)].map(([, still, lazy]) =>
    relative(root, join(root, dirname(path), still ?? lazy ?? '')),
  )
  return { path, text, imports }
})

test('the folders of the app look only where they may', () => {
  const wrong = files.flatMap(({ path, imports }) => {
    const from = path.split('/')[0] ?? ''
    const allowed = MAY_IMPORT[from]
    if (!allowed) return []
    return imports
      .filter(
        to => to.includes('/') && !allowed.includes(to.split('/')[0] ?? '') && !to.startsWith(`${from}/`),
      )
      .map(to => `${path} imports ${to}`)
  })
  expect(wrong).toEqual([])
})

test('a page does not look into another page', () => {
  const pageOf = (path: string) => path.split('/').slice(0, 2).join('/')
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter(to => path.startsWith('pages/') && to.startsWith('pages/') && !OF_THE_HOUSE.includes(to))
      .filter(to => pageOf(to) !== pageOf(path))
      .map(to => `${path} imports ${to}`),
  )
  expect(wrong).toEqual([])
})

test(`no file of the app is longer than ${LONGEST} lines`, () => {
  const tooLong = files.filter(({ text }) => text.split('\n').length > LONGEST)
  expect(tooLong.map(({ path }) => path)).toEqual([])
})

test('nothing inserts HTML but the one place that shows what the server has sanitised', () => {
  const inserting = files.filter(({ text }) => /dangerouslySetInnerHTML|innerHTML/.test(text))
  expect(inserting.map(({ path }) => path)).toEqual([])
})
