import pg from 'pg'

export interface Column {
  name: string
  /** As PostgreSQL prints it: 'bigint', 'text[]', ... */
  type: string
  notNull: boolean
  default: string | null
  /** Computed by the database, never written. */
  computed: boolean
}

export interface Constraint {
  name: string
  kind: 'primary' | 'unique' | 'foreign' | 'check'
  columns: string[]
  definition: string
}

export interface Index {
  name: string
  unique: boolean
  /** Columns of the key; null stands for an expression. */
  columns: (string | null)[]
  definition: string
}

export interface Table {
  name: string
  columns: Column[]
  constraints: Constraint[]
  /** Without those that belong to a constraint. */
  indexes: Index[]
}

export interface Catalogue {
  extensions: string[]
  sequences: string[]
  tables: Table[]
}

/** What the database really holds in its public schema, in a stable order. */
export async function readCatalogue(databaseUrl: string): Promise<Catalogue> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<Table>(tablesQuery)
    const { rows: sequences } = await client.query<{ name: string }>(sequencesQuery)
    const { rows: extensions } = await client.query<{ name: string }>(extensionsQuery)
    return {
      extensions: extensions.map(row => row.name),
      sequences: sequences.map(row => row.name),
      tables,
    }
  } finally {
    await client.end()
  }
}

const extensionsQuery = `select extname::text as name from pg_extension where extname <> 'plpgsql' order by 1`

const sequencesQuery = `select relname::text as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`

const tablesQuery = `
select t.relname::text as name,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'notNull', a.attnotnull, 'computed', a.attgenerated <> '', 'default', pg_get_expr(d.adbin, d.adrelid))
      order by a.attnum)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
  coalesce((select json_agg(json_build_object('name', c.conname,
      'kind', case c.contype when 'p' then 'primary' when 'u' then 'unique' when 'f' then 'foreign' else 'check' end,
      'columns', (select json_agg(a.attname order by k.place)
        from unnest(c.conkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number),
      'definition', pg_get_constraintdef(c.oid)) order by position(c.contype in 'pufc'), c.conname)
    from pg_constraint c where c.conrelid = t.oid and c.contype in ('p', 'u', 'f', 'c')), '[]') as constraints,
  coalesce((select json_agg(json_build_object('name', i.relname, 'unique', x.indisunique,
      'columns', (select json_agg(a.attname order by k.place)
        from unnest(x.indkey::int2[]) with ordinality as k (number, place)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number and k.number > 0),
      'definition', pg_get_indexdef(x.indexrelid)) order by i.relname)
    from pg_index x join pg_class i on i.oid = x.indexrelid
    where x.indrelid = t.oid
      and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u'))),
    '[]') as indexes
from pg_class t
where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
order by t.relname`
