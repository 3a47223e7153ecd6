import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { findBinaries, type PostgresBinaries } from './embedded-binaries.ts'
import { configureCluster, createCluster, socketFolderOf } from './embedded-cluster.ts'
import { findRunning, isAlive, type RunningPostgres, stopServer, untilReady } from './embedded-running.ts'
import { findOwner, type ProcessOwner, runAs, watchOver } from './embedded-user.ts'

export interface EmbeddedOptions {
  /** The server's data folder; the cluster lives in its `postgres` folder. */
  dataDir: string
  /** False trades durability for speed: throw-away databases only. */
  durable?: boolean
  onLog?: (line: string) => void
}

export interface EmbeddedPostgres {
  url: string
  /** Whether another live process of ours owns it, and may stop it at any time. */
  joined: boolean
  /** Fast shutdown. Does nothing when another live process of ours owns the database. */
  stop(): Promise<void>
}

const databaseName = 'guichet'

/**
 * Starts the PostgreSQL that comes with the npm package, or joins the one a live process of ours runs on this folder.
 *
 * PostgreSQL runs in a session of its own, so it outlives a SIGKILL of ours for a moment: a small shell at the other end of a pipe
 * then shuts it down, and what a start finds still running without an owner it stops first.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.onLog ?? (() => {})
  const dataDir = resolve(options.dataDir)
  const place = await preparePlace(dataDir, log)
  const running = await findRunning(place)
  if (running && (await ownedByAnother(place.ownerFile))) return joinServer(running)
  if (running) {
    log('stopping the PostgreSQL that an earlier server left running')
    await stopServer(place)
  }
  if (await createCluster(place)) log(`created a PostgreSQL cluster in ${place.cluster}`)
  const adminUrl = await configureCluster(place, { durable: options.durable ?? true })
  await startServer(place)
  return own(place, await ensureDatabase(adminUrl))
}

export interface Place {
  dataDir: string
  cluster: string
  ownerFile: string
  passwordFile: string
  logFile: string
  /** Where its socket is; undefined where there are none and it listens on the loopback. */
  socketFolder: string | undefined
  binaries: PostgresBinaries
  owner: ProcessOwner | undefined
}

async function preparePlace(dataDir: string, log: (line: string) => void): Promise<Place> {
  await mkdir(dataDir, { recursive: true })
  const binaries = await findBinaries()
  const cluster = join(dataDir, 'postgres')
  const owner = await findOwner([dataDir, binaries.postgres], log)
  return {
    dataDir,
    cluster,
    ownerFile: join(dataDir, 'postgres.owner'),
    passwordFile: join(dataDir, 'postgres.password'),
    logFile: join(cluster, 'server.log'),
    socketFolder: socketFolderOf(dataDir),
    binaries,
    owner,
  }
}

/** After a crash it first replays its log, which may take a while. */
async function startServer({ owner, binaries, cluster, logFile }: Place): Promise<void> {
  const args = ['start', '-D', cluster, '-l', logFile, '-w', '-t', '600', '-s']
  try {
    await runAs(owner, binaries.pgCtl, args)
  } catch (cause) {
    const told = await readFile(logFile, 'utf8').catch(() => '')
    throw new Error(`PostgreSQL did not start:\n${told.slice(-2000)}`, { cause })
  }
}

async function joinServer(running: RunningPostgres): Promise<EmbeddedPostgres> {
  await untilReady(running)
  return { url: await ensureDatabase(running.adminUrl), joined: true, stop: async () => {} }
}

async function ownedByAnother(ownerFile: string): Promise<boolean> {
  const pid = Number(await readFile(ownerFile, 'utf8').catch(() => ''))
  return pid !== process.pid && isAlive(pid)
}

async function own(place: Place, url: string): Promise<EmbeddedPostgres> {
  const started = await findRunning(place)
  if (!started) throw new Error('PostgreSQL went away while it was starting')
  await writeFile(place.ownerFile, String(process.pid))
  const release = watchOver(place.owner, started.pid)
  const stop = async (): Promise<void> => {
    release()
    await stopServer(place)
    await rm(place.ownerFile, { force: true })
    if (place.socketFolder) await rm(place.socketFolder, { recursive: true, force: true })
  }
  let stopping: Promise<void> | undefined
  return {
    url,
    joined: false,
    stop() {
      stopping ??= stop()
      return stopping
    },
  }
}

async function ensureDatabase(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
  const url = new URL(adminUrl)
  url.pathname = `/${databaseName}`
  return url.href
}
