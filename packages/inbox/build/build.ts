import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Where the built app lies. */
export const appFolder = fileURLToPath(new URL('../dist', import.meta.url))

const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const repository = join(packageFolder, '..', '..')

/** What the built app is made of. A build is as old as the hash over these that lies beside it. */
const SOURCES = [
  'packages/inbox/{src,build}/**/*.{ts,tsx,css,svg}',
  'packages/inbox/{index.html,package.json}',
  'packages/contract/src/operations/**/*.ts',
  'package-lock.json',
]

/** Builds the app where it is missing or older than its sources; tells `say` when it does. */
export async function buildApp(say: (line: string) => void = () => {}): Promise<void> {
  const sources = hashOfSources()
  if (builtFrom() === sources) return
  await oneAtATime(async () => {
    // Another process may have built it while we waited.
    if (builtFrom() !== sources) await build(sources, say)
  })
}

async function build(sources: string, say: (line: string) => void): Promise<void> {
  say('building the app for teammates (only when its sources have changed)')
  const folder = await mkdtemp(join(packageFolder, '.dist-'))
  try {
    await buildInto(folder)
    await compressFiles(join(folder, 'assets'))
    await writeFile(join(folder, 'sources.sha256'), sources)
    await rm(appFolder, { recursive: true, force: true })
    await rename(folder, appFolder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Longer than any build takes: whoever holds the lock since then was killed. */
const ABANDONED_MS = 180_000

/** Tests and servers of one checkout wait for each other, across processes: a folder is made by one of them only. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  const lock = join(packageFolder, '.dist-lock')
  while (!(await isMade(lock))) {
    if (await isOlderThan(lock, ABANDONED_MS)) await rm(lock, { recursive: true, force: true })
    await delay(100)
  }
  try {
    await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

const isMade = (folder: string): Promise<boolean> =>
  mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

const isOlderThan = (folder: string, ms: number): Promise<boolean> =>
  stat(folder).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > ms,
    () => false,
  )

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const path of globSync(SOURCES, { cwd: repository }).toSorted())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(repository, path)))
  return hash.digest('hex')
}

function builtFrom(): string | undefined {
  const path = join(appFolder, 'sources.sha256')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The bundler runs in a process of its own, for a server has better uses for that much memory, and builds the same for tests as for people. */
async function buildInto(folder: string): Promise<void> {
  const bundle = fileURLToPath(new URL('bundle.ts', import.meta.url))
  await promisify(execFile)(process.execPath, [bundle, folder], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

const compressors = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gz: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
}

/** Compressed once here rather than at every request. */
async function compressFiles(folder: string): Promise<void> {
  const texts = (await readdir(folder)).filter(name => /\.(js|css|svg)$/.test(name))
  await Promise.all(
    texts.flatMap(name =>
      Object.entries(compressors).map(async ([suffix, compress]) => {
        const path = join(folder, name)
        await writeFile(`${path}.${suffix}`, await compress(await readFile(path)))
      }),
    ),
  )
}
