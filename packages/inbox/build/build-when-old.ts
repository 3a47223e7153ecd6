import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** Something that is bundled for browsers, into the folder `dist` of its package. */
export interface Bundle {
  /** Where its package is. */
  folder: string
  /** What it is made of, from the repository on. A build is as old as the hash over these that lies beside it. */
  sources: string[]
  /** What is said when it is built. */
  says: string
  /** The program that bundles it into the folder its command line names. */
  program: string
}

/** Where the built files lie. */
export const builtFolder = ({ folder }: Pick<Bundle, 'folder'>): string => join(folder, 'dist')

/** Builds where what is built is missing or older than its sources; tells `say` when it does. */
export async function buildWhenOld(bundle: Bundle, say: (line: string) => void): Promise<void> {
  const sources = hashOf(bundle)
  if (builtFrom(bundle) === sources) return
  await oneAtATime(bundle, async () => {
    // Another process may have built it while we waited.
    if (builtFrom(bundle) !== sources) await build(bundle, sources, say)
  })
}

async function build(bundle: Bundle, sources: string, say: (line: string) => void): Promise<void> {
  say(bundle.says)
  const fresh = await mkdtemp(join(bundle.folder, '.dist-'))
  try {
    await runInto(fresh, bundle)
    await compressFiles(join(fresh, 'assets'))
    await writeFile(join(fresh, 'sources.sha256'), sources)
    await rm(builtFolder(bundle), { recursive: true, force: true })
    await rename(fresh, builtFolder(bundle))
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

function hashOf({ sources }: Bundle): string {
  const hash = createHash('sha256')
  for (const path of globSync(sources, { cwd: repository }).toSorted())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(repository, path)))
  return hash.digest('hex')
}

function builtFrom(bundle: Bundle): string | undefined {
  const path = join(builtFolder(bundle), 'sources.sha256')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The bundler runs in a process of its own, for a server has better uses for that much memory, and builds the same for tests as for people. */
async function runInto(folder: string, { program }: Bundle): Promise<void> {
  await promisify(execFile)(process.execPath, [program, folder], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** Longer than any build takes: whoever holds the lock since then was killed. */
const ABANDONED_MS = 180_000

/** Tests and servers of one checkout wait for each other, across processes: a folder is made by one of them only. */
async function oneAtATime({ folder }: Bundle, work: () => Promise<void>): Promise<void> {
  const lock = join(folder, '.dist-lock')
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
