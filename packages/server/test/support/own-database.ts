import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'

/** A migrated database of a test file's own, for what may not meet the work of others. It goes with the run's cluster. */
export async function makeDatabase(): Promise<string> {
  const name = `own_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  await client.query(`create database ${client.escapeIdentifier(name)}`)
  await client.end()
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  await migrate(url.href)
  return url.href
}
