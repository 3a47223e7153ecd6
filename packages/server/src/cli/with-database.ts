import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { pending } from '../db/migrate.ts'
import { Complaint } from './complaint.ts'
import { openPostgres } from './postgres.ts'

/** Runs one command on the database, beside a live server or without one. Refuses when it is not migrated. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  await checkThere(config)
  await using closing = new AsyncDisposableStack()
  const postgres = await openPostgres(config)
  closing.defer(() => postgres.stop())
  const waiting = await pending(postgres.url)
  if (waiting.length > 0)
    throw new Complaint(
      `The database is not migrated (${waiting.length} to go): run npx guichet migrate first.`,
    )
  const database = openDatabase(postgres.url, { sizes: { readers: 1, writers: 2 } })
  closing.defer(() => database.close())
  return await work(database)
}

/** A command that is given the wrong folder must not leave an empty database in it. */
async function checkThere({ databaseUrl, dataDir }: Config): Promise<void> {
  if (databaseUrl) return
  await access(join(dataDir, 'postgres')).catch(() => {
    throw new Complaint(
      `There is no database in ${dataDir} yet: run npx guichet start first, or set GUICHET_DATA_DIR to the folder of the server.`,
    )
  })
}
