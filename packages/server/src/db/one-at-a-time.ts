import pg from 'pg'

/** By database and name, the last of those of this process that wait or work. */
const lines = new Map<string, Promise<unknown>>()

/**
 * Runs work of many transactions that nobody else runs at once under the same name, in any process of the database; whoever comes
 * meanwhile waits. The lock is that of a connection of its own, so that it ends with the process, and a process has at most one
 * connection for each name: its own wait in line before they ask.
 */
export async function oneAtATime<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
  const key = `${url} ${name}`
  const before = lines.get(key) ?? Promise.resolve()
  const own = before.then(() => locked(url, name, work))
  const ended = own.then(
    () => {},
    () => {},
  )
  lines.set(key, ended)
  try {
    return await own
  } finally {
    if (lines.get(key) === ended) lines.delete(key)
  }
}

async function locked<T>(url: string, name: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'guichet lock' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    return await work()
  } finally {
    await client.end().catch(() => {})
  }
}
