import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
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
  say('building the app for teammates (only when its sources have changed)')
  const folder = await mkdtemp(join(packageFolder, '.dist-'))
  try {
    await buildInto(folder)
    await compressFiles(join(folder, 'assets'))
    await writeFile(join(folder, 'sources.sha256'), sources)
    // Two processes may build at the same time. What the first one built is being served: the second leaves it alone.
    if (builtFrom() === sources) return
    await rm(appFolder, { recursive: true, force: true })
    await rename(folder, appFolder).catch(error => {
      if (builtFrom() !== sources) throw error
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
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
  const path = join(appFolder, 'sources.sha256')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The bundler is loaded only where there is something to build, and builds the same for tests as for people. */
async function buildInto(folder: string): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    const [{ build }, { viteConfig }] = await Promise.all([import('vite'), import('./vite-config.ts')])
    await build(viteConfig({ root: packageFolder, outDir: relative(packageFolder, folder) }))
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
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
