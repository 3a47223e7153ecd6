import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

/** Where the built messenger lies: `loader.js`, `index.html` and its `assets`. */
export const messengerFolder = fileURLToPath(new URL('../dist', import.meta.url))

const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const repository = join(packageFolder, '..', '..')

/** What the built messenger is made of. A build is as old as the hash over these that lies beside it. */
const SOURCES = [
  'packages/messenger/{src,build}/**/*.{ts,tsx,css}',
  'packages/messenger/{index.html,package.json}',
  'packages/contract/src/operations/messenger/*.ts',
  'package-lock.json',
]

/** Builds the messenger where it is missing or older than its sources; tells `say` when it does. */
export async function buildMessenger(say: (line: string) => void = () => {}): Promise<void> {
  const sources = hashOfSources()
  if (builtFrom() === sources) return
  say('building the messenger for customers (only when its sources have changed)')
  const folder = await mkdtemp(join(packageFolder, '.dist-'))
  try {
    await buildInto(folder)
    await compressFiles(join(folder, 'assets'))
    await writeFile(join(folder, 'sources.sha256'), sources)
    await rm(messengerFolder, { recursive: true, force: true })
    // Two processes may build at the same time: the second one to be done finds the folder there.
    await rename(folder, messengerFolder).catch(() => rm(folder, { recursive: true, force: true }))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

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
  const path = join(messengerFolder, 'sources.sha256')
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
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes),
  gz: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
}

/** Compressed once here rather than at every request. */
async function compressFiles(folder: string): Promise<void> {
  const texts = (await readdir(folder)).filter(name => /\.(js|css)$/.test(name))
  await Promise.all(
    texts.flatMap(name =>
      Object.entries(compressors).map(async ([suffix, compress]) => {
        const path = join(folder, name)
        await writeFile(`${path}.${suffix}`, await compress(await readFile(path)))
      }),
    ),
  )
}
