import pg from 'pg'

/** What a database says of itself. */
export interface DatabaseFacts {
  version: string
  /** Seconds that its clock is ahead of ours. */
  ahead: number
  missingExtensions: string[]
}

export async function askDatabase(url: string): Promise<DatabaseFacts> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select current_setting('server_version') as version, extract(epoch from clock_timestamp())::float8 as now,
        array(select wanted from unnest($1::text[]) wanted
          where wanted not in (select name from pg_available_extensions)) as missing`,
      [['pg_trgm', 'btree_gin']],
    )
    const { version, now, missing } = rows[0]
    return { version, ahead: now - Date.now() / 1000, missingExtensions: missing }
  } finally {
    await client.end()
  }
}
