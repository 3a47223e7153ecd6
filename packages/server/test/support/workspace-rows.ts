import pg from 'pg'
import { GLOBAL_TABLES } from '../../src/db/tables.ts'
import { TENANT_TABLES } from '../../src/db/tenant-tables.ts'

export type Row = Record<string, unknown>

/** Every row of a workspace, by table, in a stable order. */
export async function workspaceRows(
  databaseUrl: string,
  workspaceId: string,
): Promise<Record<string, Row[]>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const found: Record<string, Row[]> = {}
    const tables = [...TENANT_TABLES, ...GLOBAL_TABLES].filter(name => !NOT_OF_WORKSPACES.has(name))
    for (const table of tables.toSorted()) {
      const of = KEYS[table] ?? 'workspace_id'
      const { rows } = await client.query<{ row: Row }>(
        `select to_jsonb(t) as row from "${table}" t where ${of} = $1 order by to_jsonb(t)::text`,
        [workspaceId],
      )
      found[table] = rows.map(({ row }) => row)
    }
    return found
  } finally {
    await client.end()
  }
}

/** Where a table says otherwise which workspace a row is of. */
const KEYS: Record<string, string> = { workspaces: 'id', app_registrations: 'owner_workspace_id' }

const NOT_OF_WORKSPACES = new Set([
  ...['schema_migrations', 'accounts', 'recovery_codes', 'sign_in_attempts', 'webhook_endpoints'],
])

/**
 * Puts the sequences of the database so far apart, and so far up, that a number drawn from now on is the id of one thing only
 * and looks like nothing else: ten digits, the first a 5 or more.
 */
export async function spreadSequences(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`select setval(oid::regclass, greatest(5000000000 + 10000000 * row_number,
        coalesce(pg_sequence_last_value(oid), 0) + 1))
      from (select oid, row_number() over (order by relname) from pg_class
        where relkind = 'S' and relnamespace = 'public'::regnamespace
          and (select seqmax from pg_sequence where seqrelid = oid) > 6000000000) as sequences`)
  } finally {
    await client.end()
  }
}
