import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { TENANT_TABLES } from '../../db/tenant-tables.ts'

/** What a reset leaves as it is: what happened, which only ever grows, and the seed itself. */
const LEFT = new Set([
  ...['event_log', 'event_inbox', 'event_streams', 'idempotency_keys', 'sandbox_seed_rows'],
  'api_requests',
])

/** What a reset ends: it is of people who may not be there any more, and refers to rows that are written anew. */
const ENDED = ['messenger_sessions', 'oauth_codes'] as const

/** Keeps every row of a workspace, and its clock, as its seed. Returns how many rows. Needs the unguarded lane. */
export async function takeSeed(tx: Tx, workspaceId: string): Promise<number> {
  await sql`delete from sandbox_seed_rows where workspace_id = ${workspaceId}`.execute(tx)
  const held = seededTables().map(
    table => sql`select workspace_id, ${sql.lit(table)}, row_number() over (), to_jsonb(t) from ${sql.table(table)} t
      where workspace_id = ${workspaceId}`,
  )
  const { numAffectedRows } =
    await sql`insert into sandbox_seed_rows (workspace_id, table_name, position, row)
    ${sql.join(held, sql` union all `)}`.execute(tx)
  await sql`insert into sandbox_seed_rows (workspace_id, table_name, position, row)
    select id, 'workspaces', 1, to_jsonb(w) from workspaces w where id = ${workspaceId}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/**
 * Puts a workspace back to its seed. What tokens and the like point at is changed in place, all else is deleted and written anew, in
 * the order of what refers to what. Returns how many rows. Needs the unguarded lane.
 */
export async function restoreSeed(tx: Tx, workspaceId: string): Promise<number> {
  await sql`select from workspaces where id = ${workspaceId} for update`.execute(tx)
  for (const table of ENDED)
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx)
  const { ordered, pinned } = await planOf(tx)
  for (const table of ordered.toReversed())
    if (!pinned.has(table))
      await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx)
  let rows = 0
  for (const table of ordered) rows += await putBack(tx, workspaceId, table, pinned.has(table))
  await sql`update workspaces w set name = s.name, timezone = s.timezone, settings = s.settings,
      clock_offset = s.clock_offset, clock_frozen_at = s.clock_frozen_at
    from sandbox_seed_rows kept, jsonb_populate_record(null::workspaces, kept.row) s
    where kept.workspace_id = ${workspaceId} and kept.table_name = 'workspaces' and w.id = ${workspaceId}`.execute(
    tx,
  )
  await sql`select history.forget(${workspaceId})`.execute(tx)
  return rows
}

const seededTables = (): string[] => [...TENANT_TABLES].filter(table => !LEFT.has(table))

async function putBack(tx: Tx, workspaceId: string, table: string, inPlace: boolean): Promise<number> {
  const { columns, key } = await columnsOf(tx, workspaceId, table)
  if (columns.length === 0) return 0
  const list = sql.join(columns.map(column => sql.ref(column)))
  const changes = columns
    .filter(column => !key.includes(column))
    .map(column => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`)
  const onConflict: RawBuilder<unknown> = !inPlace
    ? sql``
    : changes.length === 0
      ? sql`on conflict do nothing`
      : sql`on conflict (${sql.join(key.map(column => sql.ref(column)))}) do update set ${sql.join(changes)}`
  const { numAffectedRows } = await sql`insert into ${sql.table(table)} (${list})
    select ${sql.join(columns.map(column => sql.ref(`s.${column}`)))}
    from sandbox_seed_rows kept, jsonb_populate_record(null::${sql.table(table)}, kept.row) s
    where kept.workspace_id = ${workspaceId} and kept.table_name = ${table}
    order by kept.position ${onConflict}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The columns of a table that its seed has, and those of its key: what came to the table since then begins as it does for all. */
async function columnsOf(
  tx: Tx,
  workspaceId: string,
  table: string,
): Promise<{ columns: string[]; key: string[] }> {
  const { rows } = await sql<{ name: string; key: boolean }>`
    select a.attname::text as name, coalesce(a.attnum = any (i.indkey::int2[]), false) as key
    from pg_attribute a
    join (select row from sandbox_seed_rows where workspace_id = ${workspaceId} and table_name = ${table} limit 1) kept
      on kept.row ? a.attname
    left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum`.execute(tx)
  return { columns: rows.map(({ name }) => name), key: rows.filter(({ key }) => key).map(({ name }) => name) }
}

/** The tables of a workspace after those they refer to, and which of them are referred to by what stays. */
async function planOf(tx: Tx): Promise<{ ordered: string[]; pinned: Set<string> }> {
  const { rows } = await sql<{ from: string; to: string }>`
    select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`.execute(tx)
  const seeded = new Set(seededTables())
  const referred = Map.groupBy(rows, row => row.from)
  const pinned = new Set<string>()
  const pin = (table: string): void => {
    if (!seeded.has(table) || pinned.has(table)) return
    pinned.add(table)
    for (const { to } of referred.get(table) ?? []) pin(to)
  }
  const ended = new Set<string>(ENDED)
  for (const { from, to } of rows) if (!seeded.has(from) && !ended.has(from)) pin(to)
  const ordered = new Set<string>()
  const seen = new Set<string>()
  const visit = (table: string): void => {
    if (seen.has(table) || !seeded.has(table)) return
    seen.add(table)
    for (const { to } of referred.get(table) ?? []) visit(to)
    ordered.add(table)
  }
  for (const table of seeded) visit(table)
  return { ordered: [...ordered], pinned }
}
