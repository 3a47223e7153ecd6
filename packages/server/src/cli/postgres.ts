import { access, constants, mkdir } from 'node:fs/promises'
import pg from 'pg'
import type { Config } from '../config.ts'
import { type EmbeddedPostgres, startEmbedded } from '../db/embedded.ts'
import { Complaint, codeOf, reasonOf } from './complaint.ts'

/**
 * The PostgreSQL a configuration names: the server of DATABASE_URL, or the embedded one on the data folder, which is
 * started, or joined where another process of ours runs it already.
 */
export async function openPostgres(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  say: (line: string) => void = () => {},
): Promise<EmbeddedPostgres> {
  if (config.databaseUrl) {
    await checkReachable(config.databaseUrl)
    return { url: config.databaseUrl, joined: false, stop: async () => {} }
  }
  await checkWritable(config.dataDir)
  return startEmbedded({ dataDir: config.dataDir, onLog: say })
}

async function checkWritable(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true })
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Complaint(
      `The data folder ${dataDir} cannot be written to (${codeOf(error)}): set GUICHET_DATA_DIR to one that can.`,
    )
  }
}

async function checkReachable(url: string): Promise<void> {
  const client = clientFor(url)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw new Complaint(
      `The database at ${client.host}:${client.port}, which DATABASE_URL names, cannot be used: ${reasonOf(error)}.`,
    )
  }
}

function clientFor(connectionString: string): pg.Client {
  try {
    return new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  } catch {
    throw new Complaint(
      'DATABASE_URL is not a PostgreSQL address such as postgres://user:password@host:5432/name.',
    )
  }
}
