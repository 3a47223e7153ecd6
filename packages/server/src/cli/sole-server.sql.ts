import pg from 'pg'

/** Held for as long as a server lives, by a connection of its own: it is let go of however the server ends. */
export interface Claim {
  release(): Promise<void>
}

/** Claims a data folder's database for one server; undefined when another server has it. */
export async function claimDatabase(url: string): Promise<Claim | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'guichet server' })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock($1) as claimed', [SERVER_LOCK])
  if (rows[0]?.claimed === true) return { release: () => client.end() }
  await client.end()
  return undefined
}

const SERVER_LOCK = 748_210_456
