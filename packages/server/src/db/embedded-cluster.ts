import { createHash, randomBytes } from 'node:crypto'
import {
  appendFile,
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Place } from './embedded.ts'
import { type ProcessOwner, runAs } from './embedded-user.ts'

export interface EmbeddedTuning {
  durable: boolean
}

/** Runs initdb unless it was done before. True when it did. */
export async function createCluster(place: Place): Promise<boolean> {
  await mkdir(place.cluster, { recursive: true, mode: 0o700 })
  if (await exists(join(place.cluster, 'guichet.conf'))) {
    await giveTo(place.owner, place.cluster)
    return false
  }
  // An initdb that was interrupted leaves a folder it would refuse to use again.
  for (const left of await readdir(place.cluster)) await rm(join(place.cluster, left), { recursive: true })
  const password = await readPassword(place)
  const passwordFile = join(place.dataDir, 'initdb.password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  await giveTo(place.owner, place.cluster)
  await giveTo(place.owner, passwordFile)
  try {
    await runAs(place.owner, place.binaries.initdb, initdbArguments(place.cluster, passwordFile))
  } finally {
    await rm(passwordFile, { force: true })
  }
  await appendFile(join(place.cluster, 'postgresql.conf'), "\ninclude_if_exists = 'guichet.conf'\n")
  return true
}

/** Writes the settings for this start and answers with where the server will listen. */
export async function configureCluster(place: Place, tuning: EmbeddedTuning): Promise<string> {
  const { socketFolder } = place
  if (socketFolder) await makeSocketFolder(socketFolder, place.owner)
  const port = socketFolder ? 5432 : await freePort()
  const settings = { ...baseSettings, ...durability(tuning), ...listening(socketFolder, port) }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
  const file = join(place.cluster, 'guichet.conf')
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  await giveTo(place.owner, file)
  return adminUrl(socketFolder ?? '127.0.0.1', port, await readPassword(place))
}

/** Where a server of ours is reached: `host` is an address or the folder of its socket. */
export function adminUrl(host: string, port: number, password: string): string {
  const url = new URL(`postgres://postgres:${password}@localhost:${port}/postgres`)
  if (host.startsWith('/')) url.searchParams.set('host', host)
  else url.hostname = host
  return url.href
}

/** The password of this data folder's server, made at first use. */
export async function readPassword(place: Pick<Place, 'passwordFile'>): Promise<string> {
  const known = await readFile(place.passwordFile, 'utf8').catch(() => undefined)
  if (known) return known
  const fresh = randomBytes(24).toString('hex')
  await writeFile(place.passwordFile, fresh, { mode: 0o600 })
  return fresh
}

const baseSettings = {
  shared_buffers: '128MB',
  max_connections: '60',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  // Containers give little shared memory, and short queries gain nothing from helpers.
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Refused statements are our business and are told to the caller.
  log_min_messages: 'log',
  log_checkpoints: 'off',
}

const durability = ({ durable }: EmbeddedTuning): Record<string, string> =>
  durable
    ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
    : {
        // Many servers share one database where nothing has to last.
        max_connections: '200',
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        autovacuum: 'off',
        deadlock_timeout: '50ms',
      }

const listening = (socketFolder: string | undefined, port: number): Record<string, string> =>
  socketFolder
    ? {
        listen_addresses: '',
        unix_socket_directories: socketFolder,
        unix_socket_permissions: '0700',
        port: String(port),
      }
    : { listen_addresses: '127.0.0.1', port: String(port) }

const initdbArguments = (cluster: string, passwordFile: string): string[] => [
  `--pgdata=${cluster}`,
  `--pwfile=${passwordFile}`,
  '--username=postgres',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  // The socket's folder is open to its owner alone.
  '--auth-local=trust',
  '--auth-host=scram-sha-256',
]

/** A socket's path is limited to some 100 bytes, so a deep data folder has its socket in the temporary folder. */
export function socketFolderOf(dataDir: string): string | undefined {
  if (platform() === 'win32') return undefined
  const near = join(dataDir, 'run')
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  return Buffer.byteLength(near) < 80 ? near : join(tmpdir(), `guichet-${digest}`)
}

async function makeSocketFolder(folder: string, owner: ProcessOwner | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  const allowed = [process.getuid?.(), owner?.uid]
  if (!found.isDirectory() || !allowed.includes(found.uid)) {
    throw new Error(`${folder} belongs to someone else: remove it, or set DATABASE_URL`)
  }
  await chmod(folder, 0o700)
  await giveTo(owner, folder)
}

async function giveTo(owner: ProcessOwner | undefined, path: string): Promise<void> {
  if (!owner) return
  const found = await stat(path)
  if (found.uid === owner.uid) return
  await chown(path, owner.uid, owner.gid)
  if (!found.isDirectory()) return
  for (const entry of await readdir(path)) await giveTo(owner, join(path, entry))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
