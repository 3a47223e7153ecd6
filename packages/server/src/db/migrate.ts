import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

export interface Migration {
  name: string
  checksum: string
  sql: string
}

export const migrationsFolder: URL = new URL('../../migrations/', import.meta.url)

/** Brings the database up to the newest migration, one transaction each. Answers with the names it applied. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  return withLockedClient(databaseUrl, async client => {
    const waiting = await findPending(client)
    for (const migration of waiting) {
      await apply(client, migration, { first: migration === waiting[0], last: migration === waiting.at(-1) })
    }
    return waiting.map(migration => migration.name)
  })
}

/** The names `migrate` would apply. Refuses like it does when the database and the files disagree. */
export async function pending(databaseUrl: string): Promise<string[]> {
  return withLockedClient(databaseUrl, async client => (await findPending(client)).map(each => each.name))
}

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(migrationsFolder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const sql = await readFile(new URL(name, migrationsFolder), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

interface Applied {
  name: string
  checksum: string
}

/** What is left to apply, given the files in order and what the database records. */
export function comparePending(files: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byName = new Map(files.map(file => [file.name, file]))
  for (const { name, checksum } of applied) {
    const file = byName.get(name)
    if (!file)
      throw new Error(`The database has migration ${name}, which this version lacks: it is newer than we are`)
    if (file.checksum !== checksum) throw new Error(`Migration ${name} was changed after it was applied`)
  }
  const done = new Set(applied.map(each => each.name))
  return files.filter(file => !done.has(file.name))
}

/** Any constant does; two servers starting at once queue up on it. */
const lockKey = 748_210_455

async function withLockedClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    return await work(client)
  } finally {
    await client.end()
  }
}

async function findPending(client: pg.Client): Promise<Migration[]> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  const applied = await client.query<Applied>('select name, checksum from schema_migrations order by name')
  return comparePending(await readMigrations(), applied.rows)
}

/**
 * The first takes away the views of the history, which hold fast what they show; the last puts them back, and has tables that came or
 * changed keep their past and tell of their changes.
 */
async function apply(
  client: pg.Client,
  { name, sql, checksum }: Migration,
  { first, last }: { first: boolean; last: boolean },
): Promise<void> {
  try {
    await client.query('begin')
    if (first) await ifThere(client, 'history.drop_views()')
    await client.query(sql)
    if (last)
      for (const call of ['history.keep_in_step()', 'telling.keep_in_step()']) await ifThere(client, call)
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

async function ifThere(client: pg.Client, call: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>('select to_regprocedure($1) is not null as there', [
    call,
  ])
  if (rows[0]?.there) await client.query(`select ${call}`)
}
